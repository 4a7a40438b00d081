package org.tegata.lc.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.Presentation;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.lc.domain.Presentation.RefusalNotice;
import org.tegata.lc.domain.PresentationStatus;

/** One row of {@code presentation}. */
@Entity
@Table(name = "presentation")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by of()
class PresentationEntity {

    @Id
    UUID id;

    @Column(name = "credit_id")
    UUID creditId;

    String presenter;

    @Column(name = "examining_bank")
    String examiningBank;

    @Column(name = "invoice_id")
    UUID invoiceId;

    @Column(name = "invoice_digest")
    String invoiceDigest;

    @Column(name = "bill_id")
    UUID billId;

    @Column(name = "bill_digest")
    String billDigest;

    @Column(name = "bill_version")
    long billVersion;

    String currency;
    BigDecimal amount;

    @Column(name = "presented_at")
    Instant presentedAt;

    @Column(name = "presented_on")
    LocalDate presentedOn;

    @Enumerated(EnumType.STRING)
    PresentationStatus status;

    @Nullable
    String examination;

    @Nullable
    String refusal;

    @Column(name = "honoured_at")
    @Nullable
    Instant honouredAt;

    static PresentationEntity of(UUID creditId, Presentation presentation) {
        var row = new PresentationEntity();
        row.id = presentation.id();
        row.creditId = creditId;
        row.presenter = presentation.presenter().toString();
        row.examiningBank = presentation.examiningBank().toString();
        row.invoiceId = presentation.invoice().id();
        row.invoiceDigest = presentation.invoice().digest();
        row.billId = presentation.bill().id();
        row.billDigest = presentation.bill().digest();
        row.billVersion = presentation.bill().version();
        row.currency = presentation.drawing().currency();
        row.amount = presentation.drawing().amount();
        row.presentedAt = presentation.presentedAt();
        row.presentedOn = presentation.presentedOn();
        row.changed(presentation);
        return row;
    }

    /** What an act can change. */
    void changed(Presentation presentation) {
        status = presentation.status();
        examination = presentation.examination() == null ? null : StoredJson.write(presentation.examination());
        refusal = presentation.refusal() == null ? null : StoredJson.write(presentation.refusal());
        honouredAt = presentation.honouredAt();
    }

    Presentation toDomain() {
        return new Presentation(
                id,
                PartyId.parse(presenter),
                PartyId.parse(examiningBank),
                new DocumentReference(invoiceId, invoiceDigest, 0),
                new DocumentReference(billId, billDigest, billVersion),
                new Money(currency, amount),
                presentedAt,
                presentedOn,
                status,
                StoredJson.optional(examination, Examination.class),
                StoredJson.optional(refusal, RefusalNotice.class),
                honouredAt);
    }
}
