package org.tegata.invoice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.tegata.invoice.InvoiceFixture.IMPORTER;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;
import static org.tegata.invoice.rest.InvoiceApi.as;
import static org.tegata.invoice.rest.InvoiceApi.eventsAbout;
import static org.tegata.invoice.rest.InvoiceApi.newKey;
import static org.tegata.invoice.rest.InvoiceApi.newNumber;
import static org.tegata.invoice.rest.InvoiceApi.post;
import static org.tegata.invoice.rest.InvoiceApi.rows;
import static org.tegata.invoice.rest.InvoiceApi.submit;
import static org.tegata.invoice.rest.InvoiceApi.submitPdf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;
import org.tegata.invoice.Contracts;
import org.tegata.invoice.HostileXml;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.PdfFixture;
import org.tegata.xml.Digest;

/** Submitting invoices over HTTP, with a real PostgreSQL and a real Kafka behind it. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class IssuingInvoicesIT {

    @Inject
    DataSource database;

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
                .body("ruleSet", is("export-invoice"))
                .body("ruleSetVersion", notNullValue())
                .body("release", is("D22B"))
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
        assertThat(document.header("Repr-Digest")).isEqualTo(Digest.reprDigest(body));
        assertThat(created.<String>path("digest")).isEqualTo(Digest.sha256Hex(body));
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
                .replace("<ram:ModeCode>1</ram:ModeCode>", "<ram:Modus>1</ram:Modus>");

        submit(SHIPPER, newKey(), broken.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("/problems/invoice-invalid"))
                .body("findings.severity", everyItem(is("ERROR")))
                .body("findings.ruleId", hasItem("cvc-datatype-valid.1.2.1"))
                .body("findings.ruleId", hasItem("cvc-complex-type.2.4.a"))
                .body(
                        "findings.location",
                        hasItem("/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction"
                                + "/ram:ApplicableHeaderTradeDelivery/ram:RelatedSupplyChainConsignment"
                                + "/ram:SpecifiedLogisticsTransportMovement[1]"))
                .body(
                        "findings.location",
                        hasItem("/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction"
                                + "/ram:IncludedSupplyChainTradeLineItem[1]/ram:SpecifiedLineTradeDelivery"
                                + "/ram:PackageQuantity"));
    }

    @Test
    void shouldStoreNothingOfAnInvalidInvoice() throws Exception {
        var before = rows(database);
        var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
        var key = newKey();
        submit(SHIPPER, key, text.replace("20261102", "20260231").getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("findings.ruleId", hasItem("TGT-INV-04"))
                .body(
                        "findings.location",
                        hasItem("/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime"));

        assertThat(rows(database)).isEqualTo(before);
        // The key is not spent by a refusal.
        submit(SHIPPER, key, text.getBytes(StandardCharsets.UTF_8)).statusCode(201);
    }

    @Test
    void shouldKeepAHybridPdfAsTheRecord() throws Exception {
        var number = newNumber();
        var pdf = PdfFixture.facturX(anExportInvoiceNumbered(number));
        var key = newKey();
        var created = submitPdf(key, pdf)
                .statusCode(201)
                .body("number", is(number))
                .body("digest", is(Digest.sha256Hex(pdf)))
                .extract();

        assertThat(submitPdf(key, pdf).statusCode(201).extract().asString()).isEqualTo(created.asString());
        var document = as(IMPORTER, "invoices:read").get("/invoices/" + created.path("id") + "/document");
        assertThat(document.contentType()).isEqualTo("application/pdf");
        assertThat(document.asByteArray()).isEqualTo(pdf);
        assertThat(document.header("Repr-Digest")).isEqualTo(Digest.reprDigest(pdf));
        assertThat(eventsAbout(created.path("id"), 1)).hasSize(1);
    }

    @Test
    void shouldKeepAnInvoiceOfEn16931() {
        var text = new String(InvoiceFixture.sample("d16b/CII_example1.xml"), StandardCharsets.UTF_8);
        var body = text.replaceFirst("(<rsm:ExchangedDocument>\\s*<ram:ID>)[^<]*", "$1" + newNumber())
                .getBytes(StandardCharsets.UTF_8);
        submit(SHIPPER, newKey(), body)
                .statusCode(201)
                .body("ruleSet", is("en16931"))
                .body("ruleSetVersion", is("1.3.16"))
                .body("release", is("D16B"));
    }

    @Test
    void shouldJudgeByTheRulesThatTheCallerNames() {
        var body = new String(InvoiceFixture.sample("d16b/CII_example1.xml"), StandardCharsets.UTF_8)
                .replace("<ram:ID>urn:cen.eu:en16931:2017</ram:ID>", "")
                .replaceFirst("(<rsm:ExchangedDocument>\\s*<ram:ID>)[^<]*", "$1" + newNumber());
        var key = newKey();
        submitBy("?ruleSet=en16931", key, body)
                .statusCode(422)
                .body("type", is("/problems/invoice-invalid"))
                .body("findings.ruleId", hasItem("BR-01"));
        submitBy("?ruleSet=none", key, body).statusCode(400).body("type", is("/problems/unknown-rule-set"));
        submitBy("?ruleSet=uncefact-cii", key, body).statusCode(201).body("ruleSet", is("uncefact-cii"));
        // Another question under the same key is another request.
        submitBy("", key, body).statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    private static ValidatableResponse submitBy(String query, String key, String body) {
        return as(SHIPPER, "invoices:write")
                .contentType("application/xml")
                .header("Idempotency-Key", key)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/invoices" + query)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"325", "381", "384", "389"})
    void shouldKeepInvoicesOfOtherTypes(String type) {
        var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8)
                .replace("<ram:TypeCode>380<", "<ram:TypeCode>" + type + "<");
        submit(SHIPPER, newKey(), text.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("typeCode", is(type));
    }

    @ParameterizedTest
    @MethodSource("org.tegata.invoice.HostileXml#attempts")
    void shouldRefuseHostileXmlAndStoreNothing(HostileXml.Attempt attempt) throws Exception {
        var before = rows(database);

        submit(SHIPPER, newKey(), attempt.body())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + attempt.problem()))
                .body("status", is(400));

        assertThat(rows(database)).isEqualTo(before);
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() throws Exception {
        var before = rows(database);
        var text = new String(anExportInvoiceNumbered(newNumber()), StandardCharsets.UTF_8);
        var body = (text + " ".repeat(11 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);

        submit(SHIPPER, newKey(), body)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", is("/problems/payload-too-large"));

        assertThat(rows(database)).isEqualTo(before);
    }

    @Test
    void shouldRefuseABodyThatIsFarTooLargeBeforeItIsSent() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = String.join(
                    "\r\n",
                    "POST /invoices HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer " + TestTokens.token(SHIPPER, "invoices:write"),
                    "Idempotency-Key: " + newKey(),
                    "Content-Type: application/xml",
                    "Content-Length: 4000000000",
                    "Connection: close",
                    "",
                    "<");
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/payload-too-large");
        }
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
