package org.tegata.invoice.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.tegata.invoice.InvoiceFixture.IMPORTER;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.STRANGER;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.KafkaTopics;
import org.tegata.embedded.TestTokens;
import org.tegata.invoice.Contracts;
import org.tegata.invoice.HostileXml;

/** The HTTP edge with a real PostgreSQL and a real Kafka behind it. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class InvoiceResourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource database;

    @Nested
    class Issuing {

        @Test
        void shouldStoreTheInvoiceAndShowIt() {
            var number = newNumber();
            var created = submit(SHIPPER, newKey(), anExportInvoiceNumbered(number))
                    .statusCode(201)
                    .header("ETag", "\"1\"")
                    .body("status", is("ISSUED"))
                    .body("version", is(1))
                    .body("number", is(number))
                    .body("typeCode", is("380"))
                    .body("issueDate", is("2026-11-02"))
                    .body("seller.party", is(SHIPPER.toString()))
                    .body("buyer.country", is("DE"))
                    .body("grandTotal.currency", is("EUR"))
                    .body("grandTotal.amount", is("250000.00"))
                    .body("letterOfCreditReference", is("ALSBLC-2026-0042"))
                    .body("incoterms.code", is("CIF"))
                    .body("portOfLoading.unlocode", is("JPUKB"))
                    .body("portOfDischarge.unlocode", is("DEHAM"))
                    .body("parties", equalTo(List.of(SHIPPER.toString(), IMPORTER.toString())))
                    .body("submitter", is(SHIPPER.toString()))
                    .body("submittedAt", notNullValue())
                    .extract();
            String id = created.path("id");
            assertThat(created.header("Location")).endsWith("/invoices/" + id);
            assertThat(UUID.fromString(id).version()).isEqualTo(7);

            String read = as(SHIPPER, "invoices:read").get("/invoices/" + id).asString();
            assertThat(read).isEqualTo(created.asString());
        }

        @Test
        void shouldKeepTheExactBytesWithTheirDigest() {
            // A comment and odd white space would not survive a marshaller.
            var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
            var body = (text + "<!-- kept -->\r\n\t \n").getBytes(StandardCharsets.UTF_8);
            var created = submit(SHIPPER, newKey(), body).statusCode(201).extract();

            var document = as(IMPORTER, "invoices:read").get("/invoices/" + created.path("id") + "/document");

            assertThat(document.statusCode()).isEqualTo(200);
            assertThat(document.asByteArray()).isEqualTo(body);
            assertThat(document.contentType()).startsWith("application/xml");
            assertThat(document.header("Repr-Digest")).isEqualTo(org.tegata.xml.Digest.reprDigest(body));
            assertThat(created.<String>path("digest")).isEqualTo(org.tegata.xml.Digest.sha256Hex(body));
        }

        @Test
        void shouldPublishExactlyOneEventThatFitsItsContract() throws Exception {
            var body = anExportInvoiceNumbered(newNumber());
            var key = newKey();
            String id = submit(SHIPPER, key, body).statusCode(201).extract().path("id");
            submit(SHIPPER, key, body).statusCode(201);

            var events = eventsAbout(id, 1);

            assertThat(events).hasSize(1);
            var event = events.get(0);
            assertThat(Contracts.faults("invoice.issued.v1", event)).isEmpty();
            assertThat(event.get("type").asText()).isEqualTo("invoice.issued.v1");
            assertThat(event.get("source").asText()).isEqualTo("/tegata/invoice-service");
            assertThat(event.at("/data/facts/invoiceId").asText()).isEqualTo(id);
            assertThat(event.at("/data/facts/grandTotalAmount").asText()).isEqualTo("250000.00");
        }

        @Test
        void shouldAnswerARepeatWithTheSameInvoice() {
            var body = anExportInvoiceNumbered(newNumber());
            var key = newKey();
            String first = submit(SHIPPER, key, body).statusCode(201).extract().asString();
            String again = submit(SHIPPER, key, body).statusCode(201).extract().asString();

            assertThat(again).isEqualTo(first);
        }

        @Test
        void shouldRefuseAKeyThatWasUsedForAnotherBody() {
            var key = newKey();
            submit(SHIPPER, key, anExportInvoiceNumbered(newNumber())).statusCode(201);

            submit(SHIPPER, key, anExportInvoiceNumbered(newNumber()))
                    .statusCode(422)
                    .body("type", is("/problems/idempotency-key-reused"));
        }

        @Test
        void shouldKeepTheKeysOfTwoPartiesApart() {
            var key = newKey();
            submit(SHIPPER, key, anExportInvoiceNumbered(newNumber())).statusCode(201);
            submit(IMPORTER, key, anExportInvoiceNumbered(newNumber())).statusCode(201);
        }

        @Test
        void shouldRefuseANumberThatIsTaken() {
            var number = newNumber();
            submit(SHIPPER, newKey(), anExportInvoiceNumbered(number)).statusCode(201);

            submit(SHIPPER, newKey(), anExportInvoiceNumbered(number))
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/invoice-number-taken"));
            submit(IMPORTER, newKey(), anExportInvoiceNumbered(number)).statusCode(201);
        }

        @Test
        void shouldStoreOneInvoiceWhenTheSameRequestComesTenTimesAtOnce() throws Exception {
            var body = anExportInvoiceNumbered(newNumber());
            var key = newKey();
            List<Callable<Response>> calls = IntStream.range(0, 10)
                    .<Callable<Response>>mapToObj(i -> () -> post(SHIPPER, key, body))
                    .toList();
            var threads = Executors.newFixedThreadPool(10);
            try {
                var ids = new ArrayList<String>();
                for (var answer : threads.invokeAll(calls)) {
                    assertThat(answer.get().statusCode()).isEqualTo(201);
                    ids.add(answer.get().path("id"));
                }
                assertThat(ids).containsOnly(ids.get(0));
                assertThat(eventsAbout(ids.get(0), 1)).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void shouldTellEveryFindingWithXPathAndRule() {
            var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
            var broken = text.replace(">18</ram:PackageQuantity>", ">some</ram:PackageQuantity>")
                    .replace("<ram:DeliveryTypeCode>CIF<", "<ram:DeliveryTypeCode>C1F<");

            submit(SHIPPER, newKey(), broken.getBytes(StandardCharsets.UTF_8))
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/invoice-invalid"))
                    .body("findings.severity", everyItem(is("ERROR")))
                    .body("findings.ruleId", hasItem("cvc-datatype-valid.1.2.1"))
                    .body("findings.ruleId", hasItem("cvc-enumeration-valid"))
                    .body(
                            "findings.location",
                            hasItem("/rsm:CrossIndustryInvoice[1]/rsm:SupplyChainTradeTransaction[1]"
                                    + "/ram:ApplicableHeaderTradeAgreement[1]/ram:ApplicableTradeDeliveryTerms[1]"
                                    + "/ram:DeliveryTypeCode[1]"))
                    .body(
                            "findings.location",
                            hasItem("/rsm:CrossIndustryInvoice[1]/rsm:SupplyChainTradeTransaction[1]"
                                    + "/ram:IncludedSupplyChainTradeLineItem[1]/ram:SpecifiedLineTradeDelivery[1]"
                                    + "/ram:PackageQuantity[1]"));
        }

        @Test
        void shouldStoreNothingOfAnInvalidInvoice() throws Exception {
            var before = rows();
            var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
            var key = newKey();
            submit(SHIPPER, key, text.replace("20261102", "20260231").getBytes(StandardCharsets.UTF_8))
                    .statusCode(422)
                    .body("findings[0].ruleId", is("TGT-INV-04"))
                    .body("findings[0].location", startsWith("/rsm:CrossIndustryInvoice[1]/rsm:ExchangedDocument[1]/"));

            assertThat(rows()).isEqualTo(before);
            // The key is not spent by a refusal.
            submit(SHIPPER, key, text.getBytes(StandardCharsets.UTF_8)).statusCode(201);
        }

        @ParameterizedTest
        @MethodSource("org.tegata.invoice.HostileXml#attempts")
        void shouldRefuseHostileXmlAndStoreNothing(HostileXml.Attempt attempt) throws Exception {
            var before = rows();

            submit(SHIPPER, newKey(), attempt.body())
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/" + attempt.problem()))
                    .body("status", is(400));

            assertThat(rows()).isEqualTo(before);
        }

        @Test
        void shouldRefuseABodyThatIsTooLarge() throws Exception {
            var before = rows();
            var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
            var body = (text + " ".repeat(11 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);

            submit(SHIPPER, newKey(), body).statusCode(413).body("type", is("/problems/payload-too-large"));

            assertThat(rows()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a key with blanks", "schlüssel"})
        void shouldNeedAnIdempotencyKey(String key) {
            as(SHIPPER, "invoices:write")
                    .contentType("application/xml")
                    .header("Idempotency-Key", key)
                    .body(anExportInvoiceNumbered(newNumber()))
                    .post("/invoices")
                    .then()
                    .statusCode(400);
        }

        @Test
        void shouldTakeXmlOnly() {
            as(SHIPPER, "invoices:write")
                    .contentType("application/json")
                    .header("Idempotency-Key", newKey())
                    .body("{}")
                    .post("/invoices")
                    .then()
                    .statusCode(415)
                    .body("type", is("/problems/unsupported-media-type"));
        }
    }

    @Nested
    class Validating {

        @Test
        void shouldJudgeWithoutStoring() throws Exception {
            var before = rows();
            validate(anExportInvoiceNumbered(newNumber()))
                    .statusCode(200)
                    .body("valid", is(true))
                    .body("ruleSet", is("uncefact-cii-d22b"))
                    .body("findings.size()", is(0));

            assertThat(rows()).isEqualTo(before);
        }

        @Test
        void shouldTellWarningsOfAValidInvoice() throws Exception {
            validate(Files.readAllBytes(Path.of("src/test/resources/xml/valid/TGT-INV-14__net-above-gross.xml")))
                    .statusCode(200)
                    .body("valid", is(true))
                    .body("findings[0].ruleId", is("TGT-INV-14"))
                    .body("findings[0].severity", is("WARNING"));
        }

        @Test
        void shouldTellErrorsOfAnInvalidInvoice() throws Exception {
            validate(Files.readAllBytes(Path.of("src/test/resources/xml/invalid/TGT-INV-03__sum-of-lines-differs.xml")))
                    .statusCode(200)
                    .body("valid", is(false))
                    .body("findings[0].ruleId", is("TGT-INV-03"));
        }

        @Test
        void shouldRefuseWhatCannotBeRead() {
            validate("<!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_8))
                    .statusCode(400)
                    .body("type", is("/problems/xml-forbidden-construct"));
        }
    }

    @Nested
    class Reading {

        @Test
        void shouldTellStrangersThatThereIsNothing() {
            var id = issued();
            for (var path : List.of("/invoices/" + id, "/invoices/" + id + "/document")) {
                as(STRANGER, "invoices:read").get(path).then().statusCode(404).body("type", is("/problems/not-found"));
            }
            String unknown = as(STRANGER, "invoices:read")
                    .get("/invoices/" + UUID.randomUUID())
                    .asString();
            String strange =
                    as(STRANGER, "invoices:read").get("/invoices/" + id).asString();
            assertThat(strange).isEqualTo(unknown);
        }

        @Test
        void shouldFindNothingUnderWhatIsNoId() {
            as(SHIPPER, "invoices:read").get("/invoices/1%00").then().statusCode(404);
            as(SHIPPER, "invoices:read").get("/invoices/validate").then().statusCode(404);
        }

        @Test
        void shouldPageThroughTheListNewestFirst() {
            var reader = new PartyId("TGTA", "PAGER" + System.nanoTime());
            var ids = IntStream.range(0, 5)
                    .mapToObj(i -> submit(reader, newKey(), anExportInvoiceNumbered(newNumber()))
                            .statusCode(201)
                            .extract()
                            .<String>path("id"))
                    .toList();

            var seen = new ArrayList<String>();
            String cursor = null;
            int pages = 0;
            do {
                var request = as(reader, "invoices:read").queryParam("limit", 2);
                var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get("/invoices")
                        .then()
                        .statusCode(200)
                        .extract();
                seen.addAll(page.path("items.id"));
                cursor = page.path("next");
                pages++;
            } while (cursor != null);

            assertThat(pages).isEqualTo(3);
            assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(seen).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }

        @Test
        void shouldListForAStrangerNothing() {
            issued();
            as(STRANGER, "invoices:read")
                    .get("/invoices")
                    .then()
                    .statusCode(200)
                    .body("items.size()", is(0))
                    .body("next", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "cursor=nonsense", "limit=2&cursor=%00"})
        void shouldRefuseANonsensePage(String query) {
            int status = as(SHIPPER, "invoices:read").get("/invoices?" + query).statusCode();
            assertThat(status).isEqualTo(400);
        }
    }

    @Nested
    class Authorizing {

        @Test
        void shouldNeedAToken() {
            given().get("/invoices").then().statusCode(401).body("type", is("/problems/unauthenticated"));
            given().auth()
                    .oauth2(TestTokens.expired(SHIPPER, "invoices:read"))
                    .get("/invoices")
                    .then()
                    .statusCode(401);
            given().auth().oauth2("nonsense").get("/invoices").then().statusCode(401);
        }

        @Test
        void shouldNeedTheScope() {
            as(SHIPPER, "invoices:write").get("/invoices").then().statusCode(403);
            as(SHIPPER, "invoices:read", "credits:write")
                    .contentType("application/xml")
                    .header("Idempotency-Key", newKey())
                    .body(anExportInvoiceNumbered(newNumber()))
                    .post("/invoices")
                    .then()
                    .statusCode(403)
                    .body("type", is("/problems/forbidden"));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void shouldCancelAndTellTheOthers() throws Exception {
            var id = issued();
            cancel(SHIPPER, id, newKey(), "\"1\"")
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", is("CANCELLED"))
                    .body("version", is(2));

            var events = eventsAbout(id, 2);
            assertThat(events).hasSize(2);
            assertThat(Contracts.faults("invoice.cancelled.v1", events.get(1))).isEmpty();
            assertThat(events.get(1).get("sequence").asText()).isEqualTo("2");
            as(IMPORTER, "invoices:read").get("/invoices/" + id).then().body("status", is("CANCELLED"));
        }

        @Test
        void shouldAnswerARepeatBeforeTheVersionIsJudged() throws Exception {
            var id = issued();
            var key = newKey();
            String first =
                    cancel(SHIPPER, id, key, "\"1\"").statusCode(200).extract().asString();
            String again =
                    cancel(SHIPPER, id, key, "\"1\"").statusCode(200).extract().asString();

            assertThat(again).isEqualTo(first);
            assertThat(eventsAbout(id, 2)).hasSize(2);
        }

        @Test
        void shouldRefuseASecondCancellation() {
            var id = issued();
            cancel(SHIPPER, id, newKey(), "\"1\"").statusCode(200);
            cancel(SHIPPER, id, newKey(), "\"2\"").statusCode(409).body("type", is("/problems/wrong-state"));
        }

        @Test
        void shouldRefuseAStaleVersion() {
            var id = issued();
            cancel(SHIPPER, id, newKey(), "\"7\"").statusCode(412).body("type", is("/problems/version-mismatch"));
        }

        @Test
        void shouldNeedAVersion() {
            var id = issued();
            as(SHIPPER, "invoices:write")
                    .header("Idempotency-Key", newKey())
                    .post("/invoices/" + id + "/cancel")
                    .then()
                    .statusCode(428)
                    .body("type", is("/problems/if-match-missing"));
            cancel(SHIPPER, id, newKey(), "W/\"1\"").statusCode(400);
        }

        @Test
        void shouldRefuseTheBuyer() {
            cancel(IMPORTER, issued(), newKey(), "\"1\"").statusCode(403).body("type", is("/problems/not-your-act"));
        }

        @Test
        void shouldTellAStrangerThatThereIsNothing() {
            cancel(STRANGER, issued(), newKey(), "\"1\"").statusCode(404).body("type", is("/problems/not-found"));
        }

        @Test
        void shouldRefuseTheKeyOfAnotherAct() {
            var key = newKey();
            cancel(SHIPPER, issued(), key, "\"1\"").statusCode(200);
            cancel(SHIPPER, issued(), key, "\"1\"")
                    .statusCode(422)
                    .body("type", is("/problems/idempotency-key-reused"));
        }

        @Test
        void shouldLetOneOfTwoCancellationsWin() throws Exception {
            var id = issued();
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            cancel(SHIPPER, id, newKey(), "\"1\"").extract().statusCode())
                    .toList();
            var threads = Executors.newFixedThreadPool(8);
            try {
                var statuses = new ArrayList<Integer>();
                for (var answer : threads.invokeAll(calls)) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
                assertThat(eventsAbout(id, 2)).hasSize(2);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void shouldAnswerWhatIsNotThereAsAProblem() {
        as(SHIPPER, "invoices:write").put("/invoices").then().statusCode(405);
        given().get("/nothing").then().statusCode(404);
        given().get("/q/health/ready").then().statusCode(200).body("status", not("DOWN"));
    }

    // --- the words of these stories

    private static String issued() {
        return submit(SHIPPER, newKey(), anExportInvoiceNumbered(newNumber()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(PartyId party, String... scopes) {
        return given().urlEncodingEnabled(false).auth().oauth2(TestTokens.token(party, scopes));
    }

    private static ValidatableResponse submit(PartyId party, String key, byte[] xml) {
        return post(party, key, xml).then();
    }

    private static Response post(PartyId party, String key, byte[] xml) {
        return as(party, "invoices:write")
                .contentType("application/xml")
                .header("Idempotency-Key", key)
                .body(xml)
                .post("/invoices");
    }

    private static ValidatableResponse validate(byte[] xml) {
        return as(SHIPPER, "invoices:write")
                .contentType("application/xml")
                .body(xml)
                .post("/invoices/validate")
                .then();
    }

    private static ValidatableResponse cancel(PartyId party, String id, String key, String ifMatch) {
        return as(party, "invoices:write")
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .post("/invoices/" + id + "/cancel")
                .then();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String newNumber() {
        return "IT-" + UUID.randomUUID();
    }

    /** The events about one invoice, once there are as many as expected and some time for one too many has passed. */
    private static List<JsonNode> eventsAbout(String id, int expected) throws Exception {
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
    private String rows() throws Exception {
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
