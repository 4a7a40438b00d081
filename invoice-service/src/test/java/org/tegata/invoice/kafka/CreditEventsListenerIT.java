package org.tegata.invoice.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tegata.invoice.InvoiceFixture.CONFIRMING_BANK;
import static org.tegata.invoice.InvoiceFixture.ISSUING_BANK;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.STRANGER;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;
import org.tegata.invoice.Contracts;

/** What the banks' side tells over Kafka opens an invoice to them: once, whatever comes twice or in disorder. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class CreditEventsListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void shouldLetTheBanksReadWhatAPartyPresents() {
        var id = issued();
        assertThat(status(ISSUING_BANK, id)).isEqualTo(404);
        assertThat(status(CONFIRMING_BANK, id)).isEqualTo(404);

        send(lodged(UUID.randomUUID(), id, SHIPPER));

        await().atMost(PATIENCE).until(() -> status(ISSUING_BANK, id) == 200);
        assertThat(status(CONFIRMING_BANK, id)).isEqualTo(200);
        assertThat(status(STRANGER, id)).isEqualTo(404);
        var seen = as(CONFIRMING_BANK, "invoices:read").get("/invoices/" + id);
        assertThat(seen.header("ETag"))
                .as("reading is not a change of the invoice")
                .isEqualTo("\"1\"");
        assertThat(seen.<List<String>>path("parties")).doesNotContain(CONFIRMING_BANK.toString());
        assertThat(as(ISSUING_BANK, "invoices:read").get("/invoices").<List<String>>path("items.id"))
                .contains(id);
        assertThat(as(ISSUING_BANK, "invoices:write")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"1\"")
                        .post("/invoices/" + id + "/cancel")
                        .statusCode())
                .as("a bank may read it, not withdraw it")
                .isEqualTo(403);
    }

    @Test
    void shouldUnderstandTheExampleOfTheContract() throws Exception {
        var example = (ObjectNode) Contracts.example("events/examples/presentation.lodged.v1.json");
        assertThat(Contracts.faults("presentation.lodged.v1", example)).isEmpty();
        var data = (ObjectNode) example.get("data");
        var id = issued();
        example.put("id", UUID.randomUUID().toString());
        data.put("invoiceId", id).put("presenter", SHIPPER.toString());

        send(example.toString());

        for (String bank : List.of("examiningBank", "issuingBank")) {
            var party = PartyId.parse(data.get(bank).asText());
            await().atMost(PATIENCE).until(() -> status(party, id) == 200);
        }
    }

    @Test
    void shouldChangeNothingOnARepeatOrInDisorder() throws Exception {
        var id = issued();
        var lodged = lodged(UUID.randomUUID(), id, SHIPPER);
        send(
                event(UUID.randomUUID(), "presentation.honoured.v1", 9, Map.of("invoiceId", id)),
                lodged,
                lodged,
                event(UUID.randomUUID(), "credit.issued.v1", 1, Map.of()),
                lodged,
                lodged(UUID.randomUUID(), id, SHIPPER));
        settle();

        assertThat(number("SELECT count(*) FROM invoice_reader WHERE invoice_id = '" + id + "'"))
                .as("seller, buyer, and the two banks")
                .isEqualTo(4);
        assertThat(number("SELECT version FROM invoice WHERE id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM outbox WHERE subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void shouldNotOpenAnInvoiceThatIsNotThePresenters() throws Exception {
        var id = issued();
        send(lodged(UUID.randomUUID(), id, STRANGER));
        // A bank that may read it is not a party to it: it cannot pass it on.
        send(lodged(UUID.randomUUID(), id, ISSUING_BANK));
        send(lodged(UUID.randomUUID(), UUID.randomUUID().toString(), SHIPPER));
        settle();

        assertThat(status(ISSUING_BANK, id)).isEqualTo(404);
        assertThat(status(CONFIRMING_BANK, id)).isEqualTo(404);
    }

    @Test
    void shouldPutAsideWhatItCannotReadAndGoOn() throws Exception {
        long before = number("SELECT count(*) FROM inbox_rejected");
        var id = issued();
        send(
                "not JSON",
                "{}",
                event(UUID.randomUUID(), "presentation.lodged.v1", 1, Map.of("invoiceId", "no id")),
                event(
                        UUID.randomUUID(),
                        "presentation.lodged.v1",
                        1,
                        Map.of("invoiceId", id, "presenter", SHIPPER.toString(), "issuingBank", "nobody")));
        send(lodged(UUID.randomUUID(), id, SHIPPER));

        await().atMost(PATIENCE).until(() -> status(ISSUING_BANK, id) == 200);
        assertThat(number("SELECT count(*) FROM inbox_rejected")).isEqualTo(before + 4);
    }

    /** Everything sent before has been handled once a marker that was sent after it has. */
    private void settle() {
        var marker = UUID.randomUUID();
        send(event(marker, "marker.v1", 1, Map.of()));
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM inbox WHERE event_id = '" + marker + "'") == 1);
    }

    private static String lodged(UUID eventId, String invoiceId, PartyId presenter) {
        return event(
                eventId,
                "presentation.lodged.v1",
                4,
                Map.of(
                        "creditId", UUID.randomUUID().toString(),
                        "presentationId", UUID.randomUUID().toString(),
                        "presenter", presenter.toString(),
                        "invoiceId", invoiceId,
                        "billId", UUID.randomUUID().toString(),
                        "examiningBank", CONFIRMING_BANK.toString(),
                        "issuingBank", ISSUING_BANK.toString()));
    }

    private static String event(UUID id, String type, int sequence, Map<String, String> data) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", "/tegata/lc-service")
                .put("type", type)
                .put("subject", UUID.randomUUID().toString())
                .put("time", "2026-11-20T10:00:00Z")
                .put("datacontenttype", "application/json")
                .put("sequence", Integer.toString(sequence))
                .set("data", JSON.valueToTree(data))
                .toString();
    }

    /** All under one key, so that they lie on one partition in this order. */
    private void send(String... events) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (String event : events) {
                producer.send(new ProducerRecord<>("credits", "one-key", event));
            }
            producer.flush();
        }
    }

    private long number(String sql) throws Exception {
        try (var connection = database.getConnection();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static int status(PartyId party, String id) {
        return as(party, "invoices:read").get("/invoices/" + id).statusCode();
    }

    private static String issued() {
        return as(SHIPPER, "invoices:write")
                .contentType("application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(anExportInvoiceNumbered("IT-" + UUID.randomUUID()))
                .post("/invoices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(PartyId party, String... scopes) {
        return given().auth().oauth2(TestTokens.token(party, scopes));
    }
}
