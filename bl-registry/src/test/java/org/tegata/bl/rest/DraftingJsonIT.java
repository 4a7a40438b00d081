package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.draft;
import static org.tegata.bl.rest.Registry.gateway;
import static org.tegata.bl.rest.Registry.issue;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.transfer;
import static org.tegata.bl.rest.Registry.transportDocument;
import static org.tegata.bl.rest.Registry.xml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.CanonicalJson;
import org.tegata.xml.Digest;

/** A bill that its carrier lodges as DCSA's transport document: the characters that came are the record. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class DraftingJsonIT {

    private static final String JSON = "application/json";

    @Inject
    DataSource database;

    @BeforeEach
    void parties() {
        register();
    }

    private static Response post(PartyId party, byte[] body, String type, String key) {
        return as(party)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body)
                .post("/bills");
    }

    private static Response post(String text) {
        return post(CARRIER, text.getBytes(StandardCharsets.UTF_8), JSON, key());
    }

    private static String changed(Consumer<ObjectNode> change) {
        var document = transportDocument(newNumber());
        change.accept(document);
        return document.toString();
    }

    private static void refused(Response answer, int status, String problem) {
        answer.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/" + problem));
    }

    @Nested
    class Attacks {

        @Test
        void shouldBeTheCarriersOwn() {
            refused(
                    post(SHIPPER, json(newNumber()).getBytes(StandardCharsets.UTF_8), JSON, key()),
                    403,
                    "not-your-act");
            var other =
                    changed(document -> ((ObjectNode) document.at("/documentParties/issuingParty/identifyingCodes/0"))
                            .put("partyCode", BANK.partyCode()));
            refused(post(other), 403, "not-your-act");
        }

        @Test
        void shouldNotNameTwoCarriers() {
            var two = changed(document -> document.withArray("/documentParties/issuingParty/identifyingCodes")
                    .addObject()
                    .put("codeListProvider", "GLEIF")
                    .put("partyCode", BANK.partyCode()));

            refused(post(two), 422, "bill-invalid");
        }

        @Test
        void shouldNotSayAnythingTwice() {
            var text = json(newNumber());
            refused(post("{\"transportDocumentReference\":\"FIRST\"," + text.substring(1)), 400, "malformed-request");
            refused(
                    post(text.replace("\"partyName\":", "\"partyName\":\"Somebody else\",\"partyName\":")),
                    400,
                    "malformed-request");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "{}{}",
                    "nonsense",
                    "{\"a\":NaN}",
                    "{\"a\":1e999}",
                    "{'a':1}",
                    "{\"a\":\"\\u0000\"}"
                })
        void shouldBeJsonOfWhichThereIsOneReading(String hostile) {
            refused(post(hostile), 400, "malformed-request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "010", "+10", "10.", "0x0a"})
        void shouldNotHoldANumberThatIsNone(String number) {
            refused(post(json(newNumber()).replace(":10,", ":" + number + ",")), 400, "malformed-request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "null", "{}", "\"a\"", "1"})
        void shouldBeATransportDocument(String other) {
            refused(post(other), 422, "bill-invalid");
        }

        @Test
        void shouldBeUtf8WithoutAMark() {
            var text = json(newNumber());
            refused(post("\ufeff" + text), 400, "malformed-request");
            refused(post(CARRIER, text.getBytes(StandardCharsets.UTF_16), JSON, key()), 400, "malformed-request");
            var latin = text.replace("Hanshin", "H\u00e4nshin").getBytes(StandardCharsets.ISO_8859_1);
            refused(post(CARRIER, latin, JSON, key()), 400, "malformed-request");
        }

        @Test
        void shouldNotBeNestedWithoutEnd() {
            refused(post("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)), 400, "malformed-request");
        }

        @Test
        void shouldNotBeReadWhenItIsTooLong() {
            refused(post(" ".repeat(4 * 1024 * 1024) + json(newNumber())), 413, "payload-too-large");
            refused(post(" ".repeat(10 * 1024 * 1024)), 413, "payload-too-large");
            refused(post(CARRIER, new byte[5 * 1024 * 1024], "application/xml", key()), 413, "payload-too-large");
        }

        @Test
        void shouldBeWhatItsMediaTypeSays() {
            refused(
                    post(CARRIER, json(newNumber()).getBytes(StandardCharsets.UTF_8), "application/xml", key()),
                    400,
                    "xml-malformed");
            refused(post(CARRIER, xml(newNumber()), JSON, key()), 400, "malformed-request");
            refused(
                    post(CARRIER, json(newNumber()).getBytes(StandardCharsets.UTF_8), "text/plain", key()),
                    415,
                    "unsupported-media-type");
        }

        /** In XML such a name would make the bill negotiable; in the JSON that is signed it is straight. */
        @ParameterizedTest
        @ValueSource(strings = {"TO BEARER", "TO ORDER", "TO ORDER OF SHIPPER", "TO ORDER OF Elbe Werkzeughandel GmbH"})
        void shouldNotBeStraightToOrder(String name) {
            var text = changed(document -> {
                var parties = (ObjectNode) document.path("documentParties");
                var consignee = (ObjectNode) parties.remove("endorsee");
                parties.set("consignee", consignee.put("partyName", name));
                document.put("isToOrder", false);
            });

            refused(post(text), 422, "bill-invalid");
        }

        @Test
        void shouldNotTakeTheNumberOfABillInTheOtherLanguage() {
            var number = newNumber();
            draft(xml(number)).then().statusCode(201);

            refused(post(json(number)), 409, "bill-number-taken");
            var second = newNumber();
            post(json(second)).then().statusCode(201);
            refused(draft(xml(second)), 409, "bill-number-taken");
        }

        @Test
        void shouldNotUseAKeyAgainInTheOtherLanguage() {
            var number = newNumber();
            var key = key();
            post(CARRIER, xml(number), "application/xml", key).then().statusCode(201);

            refused(
                    post(CARRIER, json(number).getBytes(StandardCharsets.UTF_8), JSON, key),
                    422,
                    "idempotency-key-reused");
        }

        /** The canonical form would be the same, and the checksum that platforms compare. */
        @Test
        void shouldNotBeExchangedNotEvenForTheSameInOtherCharacters() throws Exception {
            String id = post(json(newNumber())).then().statusCode(201).extract().path("id");
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("ALTER TABLE bill_documents DISABLE TRIGGER ALL");
                statement.executeUpdate("UPDATE bill_documents SET transport_document = ' ' || transport_document"
                        + " WHERE bill_id = '" + id + "'");
                statement.execute("ALTER TABLE bill_documents ENABLE TRIGGER ALL");
            }

            refused(as(CARRIER).get("/bills/" + id + "/document"), 500, "register-corrupt");
        }
    }

    @Nested
    class TheRecord {

        /** With white space and an escape that no canonical form has. */
        private String odd(String number) {
            return json(number)
                            .replaceFirst("\\{", "{\n  ")
                            .replace(",\"isToOrder\":true", " ,\n\"isToOrder\" : true")
                            .replace("Hanshin", "H\\u0061nshin")
                    + "\n";
        }

        @Test
        void shouldBeKeptCharacterForCharacter() {
            var text = odd(newNumber());
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var created = post(text).then().statusCode(201).header("ETag", "\"1\"");
            String id = created.extract().path("id");

            created.header("Location", endsWith("/bills/" + id))
                    .body("status", equalTo("DRAFT"))
                    .body("digest", equalTo(Digest.sha256Hex(bytes)))
                    .body("transportDocumentChecksum", equalTo(CanonicalJson.sha256Hex(text)))
                    .body("issuance.issuanceManifest.documentChecksum", equalTo(CanonicalJson.sha256Hex(text)))
                    .body("issuance.issuanceManifest", not(hasKey("eBLVisualisationByCarrierChecksum")))
                    .body("shipper.partyName", equalTo("Hanshin Seiki K.K."))
                    .body("carrier.party", equalTo(CARRIER.toString()));
            for (var path : List.of("/document", "/transport-document")) {
                var document = as(CARRIER).get("/bills/" + id + path).then().statusCode(200);
                document.contentType(startsWith(JSON)).header("Repr-Digest", equalTo(Digest.reprDigest(bytes)));
                assertThat(document.extract().asByteArray()).isEqualTo(bytes);
            }
        }

        @Test
        void shouldAnswerARepeatWithTheSameBill() {
            var key = key();
            var bytes = json(newNumber()).getBytes(StandardCharsets.UTF_8);
            String first = post(CARRIER, bytes, JSON, key)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            post(CARRIER, bytes, JSON, key).then().statusCode(201).body("id", equalTo(first));
        }

        @Test
        void shouldTellFindingsAsJsonPointersAndKeepNothing() {
            var number = newNumber();
            var text =
                    json(number).replace("\"SOLU4172502\"", "\"SOLU4172503\"").replace("\"carrierCode\":\"SOL\",", "");

            post(text)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/bill-invalid"))
                    .body("findings.location", hasItem("/carrierCode"));
            draft(xml(number)).then().statusCode(201);
        }

        @Test
        void shouldBeReadInXmlToo() {
            var number = newNumber();
            String id = post(json(number)).then().statusCode(201).extract().path("id");

            var xml = as(CARRIER).get("/bills/" + id + "/xml").then().statusCode(200);
            xml.contentType(startsWith("application/xml"));
            as(CARRIER)
                    .contentType("application/xml")
                    .body(xml.extract().asByteArray())
                    .post("/bills/validate")
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true))
                    .body("transportDocument.transportDocumentReference", equalTo(number));
            as(CARRIER).get("/bills/" + id + "/unsaid").then().statusCode(200).body("", hasSize(0));
        }
    }

    @Nested
    class TheTitle {

        @Test
        void shouldMoveLikeThatOfAnyBill() {
            var drafted =
                    post(json(newNumber())).then().statusCode(201).extract().response();
            String id = drafted.path("id");

            issue(drafted, Map.of()).then().statusCode(200).body("status", equalTo("ISSUED"));
            transfer(SHIPPER, BANK, id, 2).then().statusCode(200);
            read(BANK, id).then().body("holder.party", equalTo(BANK.toString()));
            as(BANK).get("/bills/" + id + "/rendering").then().statusCode(200);
        }

        @Test
        void shouldNotBeThatOfASeaWaybill() {
            var drafted = post(changed(document -> {
                        var parties = (ObjectNode) document.path("documentParties");
                        parties.set("consignee", parties.remove("endorsee"));
                        document.put("transportDocumentTypeCode", "SWB").put("isToOrder", false);
                    }))
                    .then()
                    .statusCode(201)
                    .body("toOrder", equalTo(false))
                    .extract()
                    .response();
            issue(drafted, Map.of()).then().statusCode(200).body("status", equalTo("ISSUED"));

            refused(transfer(SHIPPER, BANK, drafted.path("id"), 2), 409, "not-negotiable");
        }

        /** No rendering by the carrier goes with it (PINT eBLVisualisationByCarrier is optional). */
        @Test
        void shouldTravelToAnotherPlatformAndBack() {
            var text = json(newNumber());
            var drafted = post(text).then().statusCode(201).extract().response();
            String id = drafted.path("id");
            issue(drafted, Map.of()).then().statusCode(200);
            act(SHIPPER, id, 2, "BLANK_ENDORSE", Map.of()).then().statusCode(200);
            send(SHIPPER, IMPORTER, id, 3).then().statusCode(200);
            gateway()
                    .get("/gateway/bills/" + id + "/outgoing")
                    .then()
                    .statusCode(200)
                    .body("transportDocument", equalTo(text))
                    .body("$", not(hasKey("visualisation")));
            var other = new OtherPlatform();
            var envelope = other.fetch(id);
            other.accept(envelope);
            OtherPlatform.answer(id, envelope, "RECE").then().body("status", equalTo("HELD_ELSEWHERE"));

            other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA")
                    .send()
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("ACCEPTED"));

            read(BANK, id).then().body("status", equalTo("ISSUED")).body("holder.party", equalTo(BANK.toString()));
        }
    }
}
