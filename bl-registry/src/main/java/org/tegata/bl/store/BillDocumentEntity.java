package org.tegata.bl.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.Visualisation;

/** The bytes of a bill. */
@NullUnmarked
@Entity
@Table(name = "bill_documents")
class BillDocumentEntity {
    @Id
    @Column(name = "bill_id")
    UUID billId;

    byte[] content;

    String name;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "transport_document")
    String transportDocument;

    static BillDocumentEntity of(UUID billId, BillDocument document) {
        var row = new BillDocumentEntity();
        row.billId = billId;
        row.transportDocument = document.transportDocument();
        var shown = document.visualisation();
        if (shown != null) {
            row.content = shown.content();
            row.name = shown.name();
            row.mediaType = shown.mediaType();
        }
        return row;
    }

    BillDocument toDomain() {
        return new BillDocument(
                content == null ? null : new Visualisation(name, mediaType, content), transportDocument);
    }
}
