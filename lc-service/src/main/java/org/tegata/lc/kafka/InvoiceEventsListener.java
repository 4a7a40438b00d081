package org.tegata.lc.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.application.RecordFacts;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.InvoiceFacts.NamedParty;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.TradeTerm;
import org.tegata.outbox.Inbox;
import org.tegata.outbox.ReceivedEvent;

/** Hears from the topic {@code invoices} what invoices say. */
@ApplicationScoped
public class InvoiceEventsListener {

    private final Inbox inbox;
    private final RecordFacts recordFacts;

    InvoiceEventsListener(Inbox inbox, RecordFacts recordFacts) {
        this.inbox = inbox;
        this.recordFacts = recordFacts;
    }

    @Incoming("invoices-in")
    @Blocking
    void on(String cloudEvent) {
        inbox.handle(cloudEvent, this::handle);
    }

    private void handle(ReceivedEvent event) {
        if (event.type().equals("invoice.cancelled.v1")) {
            recordFacts.invoiceCancelled(event.subject());
        } else if (event.data().path("facts").isObject()) {
            recordFacts.invoice(facts(event.subject(), event.data().path("facts")), event.sequence());
        }
    }

    static InvoiceFacts facts(UUID id, JsonNode facts) {
        var parties = new HashSet<PartyId>();
        // Who has a code that this platform does not know can present nothing here.
        Json.texts(facts, "parties")
                .forEach(party -> PartyCode.read(party).party().ifPresent(parties::add));
        return new InvoiceFacts(
                id,
                Json.text(facts, "digest"),
                Json.text(facts, "number"),
                Json.text(facts, "typeCode"),
                Json.date(facts, "issueDate"),
                named(facts.path("seller")),
                named(facts.path("buyer")),
                Json.text(facts, "currency"),
                new BigDecimal(Json.text(facts, "grandTotalAmount")),
                Json.optionalText(facts, "letterOfCreditReference"),
                term(facts.path("incoterms")),
                Json.texts(facts, "goodsDescriptions"),
                Json.optionalMeasure(facts, "grossWeight"),
                Json.optionalDecimal(facts, "packageQuantity"),
                Json.optionalPlace(facts, "portOfLoading"),
                Json.optionalPlace(facts, "portOfDischarge"),
                parties,
                false);
    }

    private static NamedParty named(JsonNode party) {
        return new NamedParty(
                Json.text(party, "name"), Json.optionalParty(party, "party"), Json.optionalText(party, "country"));
    }

    private static @Nullable TradeTerm term(JsonNode incoterms) {
        return incoterms.isObject()
                ? new TradeTerm(Json.text(incoterms, "code"), Json.optionalText(incoterms, "place"))
                : null;
    }
}
