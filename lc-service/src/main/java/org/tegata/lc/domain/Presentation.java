package org.tegata.lc.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * Documents lodged under a credit for payment (UCP 600 art. 2 and 6): an invoice and a bill of lading by id and digest.
 *
 * @param examiningBank the confirming bank if there was one when the documents came, else the issuing bank
 * @param presentedOn the day of presentation that art. 14 counts from
 */
public record Presentation(
        UUID id,
        PartyId presenter,
        PartyId examiningBank,
        DocumentReference invoice,
        DocumentReference bill,
        Money drawing,
        Instant presentedAt,
        LocalDate presentedOn,
        PresentationStatus status,
        @Nullable Examination examination,
        @Nullable RefusalNotice refusal,
        @Nullable Instant honouredAt) {

    /**
     * A document of another service: its id there and the SHA-256 of its bytes.
     *
     * @param version the version that the presenter has seen; an examination waits until this service has heard of it
     */
    public record DocumentReference(UUID id, String digest, long version) {}

    /** What the bank does with the documents that it refuses (UCP 600 art. 16(c)(iii)). */
    public enum Disposal {
        /** Holds them pending the presenter's instructions. */
        HOLD,
        /** Holds them until the applicant waives, or the presenter instructs. */
        NOTIFY,
        /** Returns them. */
        RETURN,
        /** Acts on instructions received before. */
        PREVINST
    }

    /** The one notice of refusal (UCP 600 art. 16(c)). */
    public record RefusalNotice(Instant at, Disposal disposal, List<RuleResult> discrepancies) {

        public RefusalNotice {
            discrepancies = List.copyOf(discrepancies);
            if (discrepancies.isEmpty()) {
                throw new IllegalArgumentException("a refusal states each discrepancy: UCP 600 art. 16(c)(ii)");
            }
        }
    }

    Presentation examined(Examination result) {
        var next = status.after(CreditAct.EXAMINE, result.verdict().status());
        return with(next, result, null, null);
    }

    Presentation refused(RefusalNotice notice) {
        return with(status.after(CreditAct.REFUSE, PresentationStatus.REFUSED), examination, notice, null);
    }

    Presentation honoured(Instant at) {
        return with(status.after(CreditAct.HONOUR, PresentationStatus.HONOURED), examination, null, at);
    }

    private Presentation with(
            PresentationStatus next,
            @Nullable Examination result,
            @Nullable RefusalNotice notice,
            @Nullable Instant honoured) {
        return new Presentation(
                id,
                presenter,
                examiningBank,
                invoice,
                bill,
                drawing,
                presentedAt,
                presentedOn,
                next,
                result,
                notice,
                honoured);
    }
}
