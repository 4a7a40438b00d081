package org.tegata.invoice.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tegata.access.PartyId;
import org.tegata.invoice.application.OpenToBanks;
import org.tegata.outbox.Inbox;
import org.tegata.outbox.ReceivedEvent;

/** Hears from the topic {@code credits} to which banks an invoice was presented. */
@ApplicationScoped
public class CreditEventsListener {

    private static final String LODGED = "presentation.lodged.v1";

    private final Inbox inbox;
    private final OpenToBanks openToBanks;

    CreditEventsListener(Inbox inbox, OpenToBanks openToBanks) {
        this.inbox = inbox;
        this.openToBanks = openToBanks;
    }

    @Incoming("credits-in")
    @Blocking
    void on(String cloudEvent) {
        inbox.handle(cloudEvent, this::handle);
    }

    private void handle(ReceivedEvent event) {
        if (!event.type().equals(LODGED)) {
            return;
        }
        JsonNode presentation = event.data();
        var banks = new LinkedHashSet<PartyId>();
        banks.add(party(presentation, "examiningBank"));
        banks.add(party(presentation, "issuingBank"));
        var invoiceId = UUID.fromString(presentation.path("invoiceId").asText());
        openToBanks.open(invoiceId, party(presentation, "presenter"), banks);
    }

    private static PartyId party(JsonNode data, String member) {
        return PartyId.parse(data.path(member).asText());
    }
}
