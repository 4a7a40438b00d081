package org.tegata.lc.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.tegata.lc.domain.CreditDocument;

/** One row of {@code credit_document}, written once. */
@Entity
@Table(name = "credit_document")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by of()
class CreditDocumentEntity {

    @Id
    @Column(name = "credit_id")
    UUID creditId;

    byte[] mt700;
    byte[] xml;

    static CreditDocumentEntity of(UUID creditId, CreditDocument document) {
        var row = new CreditDocumentEntity();
        row.creditId = creditId;
        row.mt700 = document.mt700();
        row.xml = document.xml();
        return row;
    }
}
