package org.tegata.bl.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tegata.bl.domain.SealedEntry;

/** One sealed entry; the database computes its checksum itself, to link the next one. */
@NullUnmarked
@Entity
@Table(name = "bill_entries")
@IdClass(BillEntryEntity.Key.class)
class BillEntryEntity {

    /** Bill and sequence. */
    record Key(UUID billId, long sequence) implements Serializable {}

    @Id
    @Column(name = "bill_id")
    UUID billId;

    @Id
    long sequence;

    @Column(name = "previous_checksum")
    String previousChecksum;

    String seal;

    static BillEntryEntity of(SealedEntry sealed) {
        var row = new BillEntryEntity();
        row.billId = sealed.entry().billId();
        row.sequence = sealed.entry().sequence();
        row.previousChecksum = sealed.previousChecksum();
        row.seal = sealed.seal();
        return row;
    }
}
