package org.tegata.lc.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.embedded.KafkaTopics;
import org.tegata.lc.Contracts;
import org.tegata.lc.CreditFixture;

/** Plays the owners of the documents on a real Kafka, from their own published examples; and reads what we publish. */
final class Published {

    static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /** The facts of the sample invoice, of the bytes that the fixture's digest names, dated today. */
    static ObjectNode invoiceFacts(UUID id) {
        var facts = (ObjectNode) Contracts.example("facts/examples/invoice-facts.v1.json");
        facts.put("invoiceId", id.toString())
                .put("digest", CreditFixture.DIGEST)
                .put("issueDate", today());
        facts.put("packageQuantity", "8")
                .putObject("grossWeight")
                .put("value", "18400")
                .put("unit", "KGM");
        return facts;
    }

    /** The facts of the sample bill, in the figures of the invoice, shipped today. */
    static ObjectNode billFacts(UUID id) {
        var facts = (ObjectNode) Contracts.example("facts/examples/bill-facts.v1.json");
        facts.put("billId", id.toString()).put("digest", CreditFixture.DIGEST);
        facts.put("issueDate", today()).put("shippedOnBoardDate", today());
        facts.put("packageQuantity", "8")
                .putObject("grossWeight")
                .put("value", "18400")
                .put("unit", "KGM");
        return facts;
    }

    static void invoiceIssued(ObjectNode facts) {
        send(
                event("invoice.issued.v1", facts.get("invoiceId").asText(), 1, data -> data.set("facts", facts)),
                "invoices");
    }

    static void billIssued(ObjectNode facts) {
        send(billIssuedEvent(facts), "bills");
    }

    static ObjectNode billIssuedEvent(ObjectNode facts) {
        return event("bill.issued.v1", facts.get("billId").asText(), 2, data -> {
            data.set("facts", facts);
            data.set("title", title("ISSUED", CreditFixture.SHIPPER, CreditFixture.SHIPPER));
        });
    }

    /** The shipper has endorsed and transferred: sequence 4, as in the registry. */
    static ObjectNode billTransferredEvent(UUID bill, PartyId bank) {
        return event("bill.transferred.v1", bill.toString(), 4, data -> data.set("title", title("ISSUED", bank, bank)));
    }

    static void billTransferred(UUID bill, PartyId bank) {
        send(billTransferredEvent(bill, bank), "bills");
    }

    static ObjectNode title(String status, PartyId holder, @Nullable PartyId endorsee) {
        var title = JSON.createObjectNode().put("status", status).put("holder", holder.toString());
        if (endorsee != null) {
            title.put("endorsee", endorsee.toString());
        }
        return title.put("carrier", CreditFixture.CARRIER.toString()).put("toOrder", true);
    }

    static ObjectNode event(String type, String subject, long sequence, java.util.function.Consumer<ObjectNode> fill) {
        var event = (ObjectNode) Contracts.example("events/examples/" + type + ".json");
        event.put("id", UUID.randomUUID().toString()).put("subject", subject);
        event.put("sequence", Long.toString(sequence));
        fill.accept((ObjectNode) event.get("data"));
        return event;
    }

    static void send(JsonNode event, String topic) {
        send(event.toString(), event.path("subject").asText(), topic);
    }

    static void send(String value, String key, String topic) {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Our events about one credit, in the order they lie on the topic. */
    static List<JsonNode> creditEvents(String creditId) {
        return KafkaTopics.read("credits").stream()
                .filter(entry -> creditId.equals(entry.key()))
                .map(entry -> read(entry.value()))
                .toList();
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return JSON.readTree(String.valueOf(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String today() {
        return LocalDate.now(java.time.ZoneOffset.UTC).toString();
    }
}
