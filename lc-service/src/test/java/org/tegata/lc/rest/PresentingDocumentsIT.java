package org.tegata.lc.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.IMPORTER;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.CreditFixture.STRANGER;
import static org.tegata.lc.rest.CreditApi.acting;
import static org.tegata.lc.rest.CreditApi.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.lc.Contracts;

/** A presentation from lodging to honour or refusal, on what the owners of the documents publish over Kafka. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class PresentingDocumentsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private UUID invoice = UUID.randomUUID();
    private UUID bill = UUID.randomUUID();

    @BeforeEach
    void newDocuments() {
        invoice = UUID.randomUUID();
        bill = UUID.randomUUID();
    }

    @Test
    void shouldHonourWhatComplies() {
        String credit = aCreditOfToday("1");
        publish(Published.invoiceFacts(invoice), Published.billFacts(bill));
        String presentation = lodge(credit, "250000.00");

        examineWhenArrived(credit, presentation, 4)
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("verdict", equalTo("COMPLYING"))
                .body("status", equalTo("COMPLYING"))
                .body("discrepancies", empty())
                .body("undetermined", empty())
                .body("available.amount", equalTo("0.00"))
                .body("notExamined", hasItem(containsString("18(c)")));
        acting(SHIPPER, 5).post(path(credit, presentation, "honour")).then().statusCode(403);
        acting(ISSUING_BANK, 5)
                .post(path(credit, presentation, "honour"))
                .then()
                .statusCode(403);
        acting(CONFIRMING_BANK, 5)
                .post(path(credit, presentation, "honour"))
                .then()
                .statusCode(200)
                .body("status", equalTo("HONOURED"));
        as(SHIPPER)
                .get("/credits/" + credit)
                .then()
                .body("status", equalTo("EXHAUSTED"))
                .body("honoured.amount", equalTo("250000.00"))
                .body("available.amount", equalTo("0.00"));
        acting(CONFIRMING_BANK, 6)
                .post(path(credit, presentation, "honour"))
                .then()
                .statusCode(409);
        assertOneEventAVersion(
                credit,
                "credit.issued.v1",
                "credit.advised.v1",
                "credit.confirmed.v1",
                "presentation.lodged.v1",
                "presentation.examined.v1",
                "presentation.honoured.v1");
    }

    @Test
    void shouldRefusePlantedFaultsEachWithArticleAndBothValues() {
        String credit = aCreditOfToday("0");
        var late = Published.billFacts(bill);
        ((ObjectNode) late.get("portOfDischarge")).put("unlocode", "NLRTM").put("name", "Rotterdam");
        publish(Published.invoiceFacts(invoice).put("grandTotalAmount", "275000.00"), late);
        String presentation = lodge(credit, "275000.00");

        examineWhenArrived(credit, presentation, 4)
                .then()
                .statusCode(200)
                .body("verdict", equalTo("DISCREPANT"))
                .body("discrepancies.ruleId", containsInAnyOrder("I07", "B09", "B12"))
                .body("discrepancies.find { it.ruleId == 'B09' }.article", equalTo("UCP 600 art. 20(a)(ii)"))
                .body("discrepancies.find { it.ruleId == 'B09' }.documentValue", equalTo(today().toString()))
                .body("discrepancies.find { it.ruleId == 'B12' }.creditValue", equalTo("HAMBURG, GERMANY"))
                .body("discrepancies.find { it.ruleId == 'B12' }.documentValue", equalTo("Rotterdam (NLRTM)"))
                .body("discrepancies.find { it.ruleId == 'I07' }.creditValue", equalTo("EUR 250000.00"))
                .body("discrepancies.find { it.ruleId == 'I07' }.documentValue", equalTo("EUR 275000.00"));
        // What the bank found is its own until it gives notice.
        as(SHIPPER).get(path(credit, presentation, "")).then().body("discrepancies", nullValue());
        acting(CONFIRMING_BANK, 5)
                .contentType("application/json")
                .body("{}")
                .post(path(credit, presentation, "refuse"))
                .then()
                .statusCode(400);
        acting(CONFIRMING_BANK, 5)
                .contentType("application/json")
                .body("{\"disposal\":\"HOLD\"}")
                .post(path(credit, presentation, "refuse"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("refusal.disposal", equalTo("HOLD"))
                .body("refusal.discrepancies.size()", equalTo(3))
                .body("refusal.mt734", containsString(":77B:/HOLD/"));
        as(SHIPPER)
                .get(path(credit, presentation, ""))
                .then()
                .body("refusal.discrepancies.ruleId", containsInAnyOrder("I07", "B09", "B12"))
                .body("available.amount", equalTo("250000.00"));
        assertOneEventAVersion(
                credit,
                "credit.issued.v1",
                "credit.advised.v1",
                "credit.confirmed.v1",
                "presentation.lodged.v1",
                "presentation.examined.v1",
                "presentation.refused.v1");
    }

    @Test
    void shouldWaitForTheOwnersOfTheDocuments() {
        String credit = aCreditOfToday("1");
        String presentation = lodge(credit, "250000.00");

        CreditApi.examine(credit, presentation, 4)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/facts-not-arrived"));
        Published.invoiceIssued(Published.invoiceFacts(invoice));
        Published.billIssued(Published.billFacts(bill));
        // The bill has come, but not yet the news that the presenter has passed it to the bank.
        await().atMost(PATIENCE)
                .untilAsserted(() -> CreditApi.examine(credit, presentation, 4)
                        .then()
                        .statusCode(409)
                        .body("detail", containsString("control of the bill")));
        Published.billTransferred(bill, CONFIRMING_BANK);

        examineWhenArrived(credit, presentation, 4).then().body("verdict", equalTo("COMPLYING"));
    }

    @Test
    void shouldLetAPersonDecideWhatTheDataDoNot() {
        String credit = aCreditOfToday("1");
        var elsewhere = Published.billFacts(bill);
        elsewhere.putObject("portOfDischarge").put("name", "Altenwerder");
        publish(Published.invoiceFacts(invoice), elsewhere);
        String presentation = lodge(credit, "1000.00");

        examineWhenArrived(credit, presentation, 4)
                .then()
                .body("verdict", equalTo("REFER"))
                .body("status", equalTo("REFERRED"))
                .body("undetermined.ruleId", equalTo(List.of("B12")));
        judge(credit, presentation, 5, "I02")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/judgement-not-needed"));
        judge(credit, presentation, 5, "B12")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("COMPLYING"))
                .body("results.find { it.ruleId == 'B12' }.judgedBy", equalTo("test-user"));
    }

    @Test
    void shouldNotTakeDocumentsThatAreNotThePresenters() {
        String credit = aCreditOfToday("1");
        var others = Published.invoiceFacts(invoice);
        others.putArray("parties").add(STRANGER.toString());
        publish(others, Published.billFacts(bill));
        // Known when presented: refused at once. Until then lodged, and the examination says it.
        await().atMost(PATIENCE).untilAsserted(() -> {
            long version = version(credit);
            var response = CreditApi.present(credit, version, invoice, UUID.randomUUID(), 1, "1.00");
            response.then().statusCode(422).body("type", equalTo("/problems/not-presenters-document"));
        });
    }

    @Test
    void shouldRefuseWrongPartyWrongCurrencyAndADocumentPresentedTwice() {
        String credit = aCreditOfToday("1");
        lodge(credit, "100.00");

        CreditApi.present(credit, 4, invoice, UUID.randomUUID(), 1, "1.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-presented"));
        for (var party : List.of(IMPORTER, ISSUING_BANK)) {
            acting(party, 4)
                    .contentType("application/json")
                    .body(body(UUID.randomUUID(), "EUR", "1.00"))
                    .post("/credits/" + credit + "/presentations")
                    .then()
                    .statusCode(403);
        }
        acting(SHIPPER, 4)
                .contentType("application/json")
                .body(body(UUID.randomUUID(), "USD", "1.00"))
                .post("/credits/" + credit + "/presentations")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/currency-differs"));
        for (String broken : List.of(
                "",
                "{}",
                "{\"invoiceId\":\"x\"}",
                "[]",
                "{\"unknown\":1}",
                body(UUID.randomUUID(), "EUR", "-1"),
                body(UUID.randomUUID(), "EUR", "1.234"),
                body(UUID.randomUUID(), "EURO", "1"),
                "[".repeat(500))) {
            acting(SHIPPER, 4)
                    .contentType("application/json")
                    .body(broken)
                    .post("/credits/" + credit + "/presentations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        assertThat(version(credit)).isEqualTo(4);
    }

    private static String body(UUID document, String currency, String amount) {
        return """
                {"invoiceId":"%s","invoiceDigest":"%s","billId":"%s","billDigest":"%s",
                 "drawing":{"currency":"%s","amount":"%s"}}
                """.formatted(document, "0".repeat(64), document, "0".repeat(64), currency, amount);
    }

    /** The sample credit under today's clock; shipment may be so many days from today. */
    private static String aCreditOfToday(String daysToShip) {
        var format = DateTimeFormatter.ofPattern("yyMMdd");
        var latest = today().plusDays(Long.parseLong(daysToShip) - 1);
        String mt700 = CreditApi.mt700()
                .replace(":31C:261102", ":31C:" + today().minusDays(30).format(format))
                .replace(":44C:261220", ":44C:" + latest.format(format))
                .replace(":31D:270115", ":31D:" + today().plusDays(60).format(format));
        // The invoice of the examples quotes the number that the examples of the contracts have.
        String quoted = mt700.replace("MUST STATE THE DOCUMENTARY CREDIT NUMBER", "IN ENGLISH");
        return CreditApi.confirmed(CreditApi.anIssuedCredit(quoted));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private void publish(ObjectNode invoiceFacts, ObjectNode billFacts) {
        Published.invoiceIssued(invoiceFacts);
        Published.billIssued(billFacts);
        Published.billTransferred(bill, CONFIRMING_BANK);
    }

    private String lodge(String credit, String amount) {
        return CreditApi.present(credit, 3, invoice, bill, 4, amount)
                .then()
                .statusCode(201)
                .header("ETag", "\"4\"")
                .body("status", equalTo("PRESENTED"))
                .extract()
                .path("id");
    }

    private static Response examineWhenArrived(String credit, String presentation, long version) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> CreditApi.examine(credit, presentation, version),
                        response -> response.statusCode() != 409);
    }

    private static Response judge(String credit, String presentation, long version, String rule) {
        return acting(CONFIRMING_BANK, version)
                .contentType("application/json")
                .body("{\"judgements\":[{\"ruleId\":\"%s\",\"complies\":true,\"reason\":\"A basin of Hamburg\"}]}"
                        .formatted(rule))
                .post(path(credit, presentation, "examine"));
    }

    private static String path(String credit, String presentation, String act) {
        return "/credits/" + credit + "/presentations/" + presentation + (act.isEmpty() ? "" : "/" + act);
    }

    private static long version(String credit) {
        return as(SHIPPER).get("/credits/" + credit).then().extract().<Integer>path("version");
    }

    private static void assertOneEventAVersion(String credit, String... types) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var events = Published.creditEvents(credit);
            assertThat(events).extracting(event -> event.path("type").asText()).containsExactly(types);
            assertThat(events)
                    .extracting(event -> event.path("sequence").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, types.length).boxed().toList());
            for (var event : events) {
                assertThat(Contracts.faults(event.path("type").asText(), event)).isEmpty();
            }
        });
    }
}
