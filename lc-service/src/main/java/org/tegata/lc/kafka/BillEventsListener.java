package org.tegata.lc.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tegata.lc.application.RecordFacts;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillFacts.NamedParty;
import org.tegata.outbox.Inbox;
import org.tegata.outbox.ReceivedEvent;

/** Hears from the topic {@code bills} what bills of lading say, and who controls them after each act. */
@ApplicationScoped
public class BillEventsListener {

    private final Inbox inbox;
    private final RecordFacts recordFacts;

    BillEventsListener(Inbox inbox, RecordFacts recordFacts) {
        this.inbox = inbox;
        this.recordFacts = recordFacts;
    }

    @Incoming("bills-in")
    @Blocking
    void on(String cloudEvent) {
        inbox.handle(cloudEvent, this::handle);
    }

    /** Whatever its type, an event that carries facts or title tells the bill's state at its sequence. */
    private void handle(ReceivedEvent event) {
        var facts = event.data().path("facts");
        if (facts.isObject()) {
            recordFacts.bill(facts(event.subject(), facts), event.sequence());
        }
        var title = event.data().path("title");
        if (title.isObject()) {
            recordFacts.title(
                    event.subject(),
                    event.sequence(),
                    Json.text(title, "status"),
                    Json.optionalPartyCode(title, "holder"),
                    Json.optionalPartyCode(title, "endorsee"));
        }
    }

    static BillFacts facts(UUID id, JsonNode facts) {
        var consignee = facts.path("consignee");
        return new BillFacts(
                id,
                Json.text(facts, "digest"),
                Json.text(facts, "transportDocumentReference"),
                Json.text(facts, "typeCode"),
                Json.optionalDate(facts, "issueDate"),
                Json.optionalDate(facts, "shippedOnBoardDate"),
                named(facts.path("shipper")),
                Json.optionalText(consignee, "name"),
                Json.optionalPartyCode(consignee, "party"),
                facts.path("toOrder").asBoolean(),
                Json.items(facts, "notifyParties", party -> Json.text(party, "name")),
                named(facts.path("carrier")),
                Json.place(facts, "portOfLoading"),
                Json.place(facts, "portOfDischarge"),
                Json.optionalText(facts, "vesselName"),
                Json.optionalMeasure(facts, "grossWeight"),
                Json.optionalDecimal(facts, "packageQuantity"),
                Json.texts(facts, "goodsDescriptions"),
                Json.optionalText(facts, "freightPaymentTerm"),
                Json.texts(facts, "clauses"));
    }

    private static NamedParty named(JsonNode party) {
        return new NamedParty(Json.text(party, "name"), Json.optionalPartyCode(party, "party"));
    }
}
