package org.tegata.invoice.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceProblem;
import org.tegata.invoice.domain.Invoices;
import org.tegata.outbox.OnceOnly;
import org.tegata.outbox.Outbox;
import org.tegata.problem.Rejected;

/** Takes a valid document in: bytes, facts, readers and event in one transaction. */
@ApplicationScoped
public class IssueInvoice {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Invoices invoices;
    private final OnceOnly onceOnly;
    private final Outbox outbox;
    private final Clock clock;

    IssueInvoice(Invoices invoices, OnceOnly onceOnly, Outbox outbox, Clock clock) {
        this.invoices = invoices;
        this.onceOnly = onceOnly;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The new invoice, or on a repeat of the same request the earlier one as it is now. */
    @Transactional
    public Invoice issue(PartyId submitter, String idempotencyKey, CheckedInvoice checked) {
        var id = IDS.generate();
        var owner = onceOnly.claim(submitter, idempotencyKey, request(checked.bytes()), id);
        if (!owner.equals(id)) {
            return invoices.require(owner, submitter);
        }
        var document = checked.document();
        if (document == null || !checked.report().valid()) {
            throw new Rejected(InvoiceProblem.INVOICE_INVALID, InvoiceProblem.INVOICE_INVALID.title())
                    .withFindings(checked.report().findings());
        }
        var facts = document.facts(id, checked.digest(), submitter);
        // The database keeps microseconds; an answer now and an answer later should not differ.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var outcome = Invoice.issue(submitter, now, facts);
        invoices.add(outcome.invoice(), checked.bytes());
        outbox.append(InvoiceEventV1.of(outcome));
        return outcome.invoice();
    }

    private static byte[] request(byte[] body) {
        var request = new ByteArrayOutputStream(body.length + 32);
        request.writeBytes("POST /invoices\n".getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
