package org.tegata.invoice.application;

import java.util.UUID;
import org.tegata.invoice.domain.InvoiceEvent;
import org.tegata.invoice.domain.InvoiceFacts;
import org.tegata.invoice.domain.Outcome;
import org.tegata.outbox.Event;

/** The domain's events as others read them: contracts {@code events/invoice.*.v1.schema.json}. */
sealed interface InvoiceEventV1 {

    /** The topic of this aggregate type. */
    String TOPIC = "invoices";

    /** {@code invoice.issued.v1}. */
    record Issued(InvoiceFactsV1 facts) implements InvoiceEventV1 {}

    /** {@code invoice.cancelled.v1}. */
    record Cancelled(UUID invoiceId, String number, String digest, String cancelledBy) implements InvoiceEventV1 {}

    /** The one event of this change, ready for the outbox. */
    static Event of(Outcome outcome) {
        var event = outcome.event();
        if (event instanceof InvoiceEvent.Issued issued) {
            return event(outcome, "invoice.issued.v1", new Issued(InvoiceFactsV1.of(issued.facts())));
        }
        if (event instanceof InvoiceEvent.Cancelled cancelled) {
            InvoiceFacts facts = cancelled.facts();
            var data = new Cancelled(
                    facts.invoiceId(),
                    facts.number(),
                    facts.digest(),
                    cancelled.cancelledBy().toString());
            return event(outcome, "invoice.cancelled.v1", data);
        }
        throw new IllegalStateException("an event without a contract: " + event);
    }

    private static Event event(Outcome outcome, String type, InvoiceEventV1 data) {
        var invoice = outcome.invoice();
        return new Event(type, TOPIC, invoice.id(), invoice.version(), data);
    }
}
