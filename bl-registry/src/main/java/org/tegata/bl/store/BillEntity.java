package org.tegata.bl.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The head of a record. */
@NullUnmarked
@Entity
@Table(name = "bills")
class BillEntity {
    @Id
    UUID id;

    long version;
}
