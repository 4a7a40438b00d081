package org.tegata.invoice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code invoice_reader}: this party may read that invoice. */
@Entity
@Table(name = "invoice_reader")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class InvoiceReaderEntity {

    @EmbeddedId
    Key key;

    /** Party and invoice together. */
    @Embeddable
    record Key(String party, @Column(name = "invoice_id") UUID invoiceId) {}
}
