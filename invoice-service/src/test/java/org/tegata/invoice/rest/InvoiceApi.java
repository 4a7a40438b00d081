package org.tegata.invoice.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.KafkaTopics;
import org.tegata.embedded.TestTokens;

/** The words of the HTTP stories: who asks for what. */
final class InvoiceApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private InvoiceApi() {}

    static String issued() {
        return submit(SHIPPER, newKey(), anExportInvoiceNumbered(newNumber()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static RequestSpecification as(PartyId party, String... scopes) {
        return given().urlEncodingEnabled(false).auth().oauth2(TestTokens.token(party, scopes));
    }

    static ValidatableResponse submit(PartyId party, String key, byte[] xml) {
        return post(party, key, xml).then();
    }

    static Response post(PartyId party, String key, byte[] xml) {
        return as(party, "invoices:write")
                .contentType("application/xml")
                .header("Idempotency-Key", key)
                .body(xml)
                .post("/invoices");
    }

    static ValidatableResponse validate(byte[] xml) {
        return validate(xml, "");
    }

    /** Judges by the parameters of a query such as {@code ?ruleSet=en16931}. */
    static ValidatableResponse validate(byte[] xml, String query) {
        return as(SHIPPER, "invoices:write")
                .contentType("application/xml")
                .body(xml)
                .post("/invoices/validate" + query)
                .then();
    }

    static ValidatableResponse validatePdf(byte[] pdf) {
        return as(SHIPPER, "invoices:write")
                .contentType("application/pdf")
                .body(pdf)
                .post("/invoices/validate")
                .then();
    }

    static ValidatableResponse submitPdf(String key, byte[] pdf) {
        return as(SHIPPER, "invoices:write")
                .contentType("application/pdf")
                .header("Idempotency-Key", key)
                .body(pdf)
                .post("/invoices")
                .then();
    }

    static ValidatableResponse cancel(PartyId party, String id, String key, String ifMatch) {
        return as(party, "invoices:write")
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .post("/invoices/" + id + "/cancel")
                .then();
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static String newNumber() {
        return "IT-" + UUID.randomUUID();
    }

    /** The events about one invoice, once there are as many as expected and some time for one too many has passed. */
    static List<JsonNode> eventsAbout(String id, int expected) throws Exception {
        await().atMost(PATIENCE).until(() -> read(id).size() >= expected);
        Thread.sleep(600);
        return read(id);
    }

    private static List<JsonNode> read(String id) throws Exception {
        var events = new ArrayList<JsonNode>();
        for (var entry : KafkaTopics.read("invoices")) {
            if (id.equals(entry.key())) {
                events.add(JSON.readTree(entry.value()));
            }
        }
        return events;
    }

    /** How many rows there are in all tables that a request may write to. */
    static String rows(DataSource database) throws Exception {
        try (var connection = database.getConnection();
                var count = connection
                        .createStatement()
                        .executeQuery("SELECT (SELECT count(*) FROM invoice), (SELECT count(*) FROM invoice_document),"
                                + " (SELECT count(*) FROM invoice_reader), (SELECT count(*) FROM outbox),"
                                + " (SELECT count(*) FROM idempotency)")) {
            count.next();
            return "%d %d %d %d %d"
                    .formatted(
                            count.getLong(1), count.getLong(2), count.getLong(3), count.getLong(4), count.getLong(5));
        }
    }
}
