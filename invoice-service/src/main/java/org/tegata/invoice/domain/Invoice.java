package org.tegata.invoice.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * An invoice that this service keeps: its standing, and the facts of the document (UN/CEFACT CII).
 *
 * @param version 1 when issued, one more after each change
 * @param submitter the organisation that sent the document
 * @param judgedBy null if it was accepted before this was noted
 */
public record Invoice(
        UUID id,
        long version,
        InvoiceStatus status,
        PartyId submitter,
        Instant submittedAt,
        InvoiceFacts facts,
        @Nullable JudgedBy judgedBy) {

    public Invoice {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    /** A document that passed all checks becomes an invoice. */
    public static Outcome issue(PartyId submitter, Instant at, InvoiceFacts facts, JudgedBy judgedBy) {
        var issued = new Invoice(facts.invoiceId(), 1, InvoiceStatus.ISSUED, submitter, at, facts, judgedBy);
        return new Outcome(issued, new InvoiceEvent.Issued(facts));
    }

    /** The submitter withdraws it, knowing its present version. */
    public Outcome cancel(PartyId by, long knownVersion) {
        if (!by.equals(submitter)) {
            throw new Rejected(InvoiceProblem.NOT_YOUR_ACT, "Only the submitter can cancel an invoice");
        }
        if (knownVersion != version) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, "The invoice is at version %d", version);
        }
        var next = status.after(InvoiceAction.CANCEL);
        var cancelled = new Invoice(id, version + 1, next, submitter, submittedAt, facts, judgedBy);
        return new Outcome(cancelled, new InvoiceEvent.Cancelled(facts, by));
    }

    /** Whether this organisation is on the document itself, not merely allowed to read it. */
    public boolean hasParty(PartyId party) {
        return facts.parties().contains(party);
    }
}
