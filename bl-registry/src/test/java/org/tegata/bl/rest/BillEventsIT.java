package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.draft;
import static org.tegata.bl.rest.Registry.endorse;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;
import static org.tegata.bl.rest.Registry.xml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tegata.bl.Contracts;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.KafkaTopics;
import org.tegata.xml.Digest;

/** What reaches Kafka: one event a version, fit for its contract, and none for what was refused. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class BillEventsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> OF_THEIR_OWN = List.of("billId", "digest", "transportDocumentReference");

    @Inject
    DataSource database;

    @Test
    void shouldTellOfEachVersionOnceAndInTheWordsOfTheContract() throws Exception {
        var id = issued();
        travelAndReturn(id);

        var events = eventsOf(id, 17);

        assertThat(events)
                .extracting(event -> event.get("type").textValue())
                .containsExactly(
                        "bill.drafted.v1",
                        "bill.issued.v1",
                        "bill.endorsed.v1",
                        "bill.transferred.v1",
                        "bill.surrender-requested.v1",
                        "bill.surrender-refused.v1",
                        "bill.transfer-started.v1",
                        "bill.transfer-returned.v1",
                        "bill.transfer-started.v1",
                        "bill.left-platform.v1",
                        "bill.received.v1",
                        "bill.transfer-started.v1",
                        "bill.left-platform.v1",
                        "bill.surrender-requested.v1",
                        "bill.surrender-accepted.v1",
                        "bill.transfer-started.v1",
                        "bill.envelope-answered.v1");
        long sequence = 1;
        for (JsonNode event : events) {
            assertThat(event.get("sequence").textValue()).isEqualTo(Long.toString(sequence++));
            assertThat(Contracts.faults(event.get("type").textValue(), event)).isEmpty();
        }
        assertThat(read(SHIPPER, id).<Integer>path("version")).isEqualTo(17);
        assertThat(events.get(15).at("/data/purpose").textValue()).isEqualTo("notification");
        assertThat(events.get(8).at("/data/title/status").textValue()).isEqualTo("IN_TRANSIT");
    }

    /** Round the bank, to the other platform and back, there again, and surrendered from there. */
    private static void travelAndReturn(String id) throws Exception {
        endorse(SHIPPER, "BLANK_ENDORSE", null, id, 2).then().statusCode(200);
        transfer(SHIPPER, BANK, id, 3).then().statusCode(200);
        surrender(BANK, id, 4).then().statusCode(200);
        act(CARRIER, id, 5, "REFUSE_SURRENDER", Map.of()).then().statusCode(200);
        send(BANK, IMPORTER, id, 6).then().statusCode(200);
        var other = new OtherPlatform();
        OtherPlatform.answer(id, other.fetch(id), "BENV").then().statusCode(200);
        send(BANK, IMPORTER, id, 8).then().statusCode(200);
        var envelope = other.fetch(id);
        other.accept(envelope);
        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200);
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA").send().then().statusCode(200);
        transfer(SHIPPER, BANK, id, 11).then().statusCode(403);
        send(BANK, IMPORTER, id, 11).then().statusCode(200);
        envelope = other.fetch(id);
        other.accept(envelope);
        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200);
        other.acts("SURRENDER_FOR_DELIVERY", IMPORTER, "TGTB", CARRIER, "TGTA")
                .send()
                .then()
                .statusCode(200);
        act(CARRIER, id, 14, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);
        OtherPlatform.answer(id, other.fetch(id), "RECE").then().statusCode(200);
    }

    @Test
    void shouldTellOfAVoidedDraft() throws Exception {
        String id = draft(xml(newNumber())).then().statusCode(201).extract().path("id");
        act(CARRIER, id, 1, "VOID", Map.of()).then().statusCode(200);

        assertThat(eventsOf(id, 2))
                .allSatisfy(
                        event -> assertThat(Contracts.faults(event.get("type").textValue(), event))
                                .isEmpty());
    }

    @Test
    void shouldTellTheSameFactsOfABillInEitherLanguage() {
        var text = new String(xml(newNumber()), StandardCharsets.UTF_8)
                .replace("OriginalIssuedQuantity>3<", "OriginalIssuedQuantity>1<");
        var json = Registry.transportDocument(text.getBytes(StandardCharsets.UTF_8));
        json.put("transportDocumentReference", newNumber());

        var fromXml = facts(draft(text.getBytes(StandardCharsets.UTF_8)));
        var fromJson = facts(Registry.draftJson(json.toString()));

        assertThat(fromXml.get("originalsIssued").asText()).isEqualTo("1");
        assertThat(fromJson.get("digest").textValue())
                .isEqualTo(Digest.sha256Hex(json.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(fromXml.remove(OF_THEIR_OWN)).isEqualTo(fromJson.remove(OF_THEIR_OWN));
    }

    private static ObjectNode facts(Response drafted) {
        drafted.then().statusCode(201);
        Registry.issue(drafted, Map.of()).then().statusCode(200);
        var issued = eventsOf(drafted.path("id"), 2).get(1);
        assertThat(Contracts.faults(issued.get("type").textValue(), issued)).isEmpty();
        return (ObjectNode) issued.at("/data/facts");
    }

    /** Of all bills of this test run: what lies on the topic is what lies in the records. */
    @Test
    void shouldMatchTheRecordsOneToOne() throws Exception {
        transfer(SHIPPER, BANK, issued(), 2).then().statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var expected = records();
            var told = new ArrayList<String>();
            for (var entry : KafkaTopics.read("bills")) {
                var event = parsed(entry.value());
                assertThat(entry.key()).isEqualTo(event.get("subject").textValue());
                var line = entry.key() + " " + event.get("sequence").textValue();
                if (!told.contains(line)) {
                    told.add(line);
                }
            }
            assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    private List<String> records() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select bill_id, sequence from bill_entries")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getLong(2));
            }
        }
        return lines;
    }

    private static List<JsonNode> eventsOf(String id, int count) {
        List<JsonNode> events = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            events.clear();
            for (var entry : KafkaTopics.read("bills")) {
                if (id.equals(entry.key())) {
                    events.add(parsed(entry.value()));
                }
            }
            assertThat(events).hasSizeGreaterThanOrEqualTo(count);
        });
        return events;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
