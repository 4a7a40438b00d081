package org.tegata.invoice.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.Invoices;
import org.tegata.outbox.OnceOnly;
import org.tegata.outbox.Outbox;

/** Withdraws an invoice at the wish of its submitter. */
@ApplicationScoped
public class CancelInvoice {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Invoices invoices;
    private final OnceOnly onceOnly;
    private final Outbox outbox;

    CancelInvoice(Invoices invoices, OnceOnly onceOnly, Outbox outbox) {
        this.invoices = invoices;
        this.onceOnly = onceOnly;
        this.outbox = outbox;
    }

    /** The cancelled invoice; on a repeat of the same request, the invoice as it is now. */
    @Transactional
    public Invoice cancel(UUID id, PartyId by, String idempotencyKey, long knownVersion) {
        var act = IDS.generate();
        var request = ("POST /invoices/" + id + "/cancel").getBytes(StandardCharsets.US_ASCII);
        boolean repeated = !onceOnly.claim(by, idempotencyKey, request, act).equals(act);
        // Read after the claim: while it waited for a twin, the twin may have committed.
        var invoice = invoices.require(id, by);
        if (repeated) {
            return invoice;
        }
        var outcome = invoice.cancel(by, knownVersion);
        invoices.save(outcome.invoice());
        outbox.append(InvoiceEventV1.of(outcome));
        return outcome.invoice();
    }
}
