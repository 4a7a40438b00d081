package org.tegata.invoice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code invoice_document}: the legal record. */
@Entity
@Table(name = "invoice_document")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class InvoiceDocumentEntity {

    @Id
    @Column(name = "invoice_id")
    UUID invoiceId;

    byte[] bytes;

    @Column(name = "media_type")
    String mediaType;
}
