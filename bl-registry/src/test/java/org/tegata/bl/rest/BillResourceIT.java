package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.CARRIERS_KEY;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.draft;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.manifest;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.transfer;
import static org.tegata.bl.rest.Registry.xml;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.Keys;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;
import org.tegata.xml.Digest;

/** The register over HTTP, with a real PostgreSQL and a real Kafka. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class BillResourceIT {

    @BeforeEach
    void parties() {
        register();
    }

    @Nested
    class Drafting {

        @Test
        void shouldKeepTheBytesAndNameThemByTheirDigest() {
            var bytes = xml(newNumber());
            var created = draft(bytes).then().statusCode(201).header("ETag", "\"1\"");
            String id = created.extract().path("id");

            created.header("Location", org.hamcrest.Matchers.endsWith("/bills/" + id))
                    .body("status", equalTo("DRAFT"))
                    .body("version", equalTo(1))
                    .body("digest", equalTo(Digest.sha256Hex(bytes)))
                    .body("carrier.party", equalTo(CARRIER.toString()))
                    .body("holder", nullValue())
                    .body("issuance.issueTo.sendToPlatform", equalTo("TGTA"))
                    .body("issuance.issueTo.identifyingCodes[0].partyCode", equalTo(SHIPPER.partyCode()))
                    .body(
                            "issuance.issuanceManifest.eBLVisualisationByCarrierChecksum",
                            equalTo(Digest.sha256Hex(bytes)));
            var document = as(CARRIER).get("/bills/" + id + "/document").then().statusCode(200);
            assertThat(document.extract().asByteArray()).isEqualTo(bytes);
            document.header("Repr-Digest", equalTo(Digest.reprDigest(bytes)));
        }

        @Test
        void shouldFixTheTransportDocumentSoThatItsChecksumNeverMoves() {
            var created = draft(xml(newNumber())).then().statusCode(201);
            String id = created.extract().path("id");
            String checksum = created.extract().path("transportDocumentChecksum");
            var text = as(CARRIER).get("/bills/" + id + "/transport-document").asString();

            assertThat(CanonicalJson.sha256Hex(text)).isEqualTo(checksum);
            created.body("issuance.issuanceManifest.documentChecksum", equalTo(checksum));
        }

        @Test
        void shouldTellEveryFindingAndKeepNothing() {
            var broken = new String(xml(newNumber()), StandardCharsets.UTF_8)
                    .replace("<ram:TypeCode>705</ram:TypeCode>", "<ram:TypeCode>999</ram:TypeCode>");

            draft(broken.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/bill-invalid"))
                    .body("findings", notNullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<a", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a/>", "\u0000"})
        void shouldRefuseWhatCannotBeRead(String hostile) {
            var response = as(CARRIER)
                    .header("Idempotency-Key", key())
                    .contentType("application/xml")
                    .body(hostile.getBytes(StandardCharsets.UTF_8))
                    .post("/bills");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.contentType()).startsWith("application/problem+json");
        }

        @Test
        void shouldBeTheCarriersOwn() {
            as(SHIPPER)
                    .header("Idempotency-Key", key())
                    .contentType("application/xml")
                    .body(xml(newNumber()))
                    .post("/bills")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-act"));
        }

        @Test
        void shouldNotTakeTheSameNumberTwiceUntilTheFirstIsVoid() {
            var number = newNumber();
            String id = draft(xml(number)).then().statusCode(201).extract().path("id");
            var other = new String(xml(number), StandardCharsets.UTF_8).replace("CLEAN ON BOARD", "CLEAN ON DECK");
            draft(other.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/bill-number-taken"));

            act(CARRIER, id, 1, "VOID", Map.of()).then().statusCode(200).body("status", equalTo("VOIDED"));

            draft(other.getBytes(StandardCharsets.UTF_8)).then().statusCode(201);
        }

        @Test
        void shouldAnswerARepeatWithTheSameBill() {
            var key = key();
            var bytes = xml(newNumber());
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ids.add(as(CARRIER)
                        .header("Idempotency-Key", key)
                        .contentType("application/xml")
                        .body(bytes)
                        .post("/bills")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
            }

            assertThat(ids.get(0)).isEqualTo(ids.get(1));
            as(CARRIER)
                    .header("Idempotency-Key", key)
                    .contentType("application/xml")
                    .body(xml(newNumber()))
                    .post("/bills")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/idempotency-key-reused"));
        }
    }

    @Nested
    class Issuing {

        @Test
        void shouldMakeTheShipperTheHolder() {
            var id = issued();

            read(SHIPPER, id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", equalTo("ISSUED"))
                    .body("holder.party", equalTo(SHIPPER.toString()))
                    .body("holder.eblPlatform", equalTo("TGTA"))
                    .body("issuance", nullValue())
                    .body("transactions.actionCode", contains("ISSUE"))
                    .body("chain", hasSize(2));
        }

        @Test
        void shouldRefuseASignatureThatIsNotTheCarriers() {
            var draft = draft(xml(newNumber()));
            var forged = Sealer.fromJwk(Keys.newEcKeyJwk()).seal(manifest(draft));

            act(CARRIER, draft.path("id"), 1, "ISSUE", Map.of("issuanceManifestSignedContent", forged))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/issuance-signature-rejected"));
        }

        @Test
        void shouldRefuseTheManifestOfAnotherDraft() {
            var draft = draft(xml(newNumber()));
            var other = CARRIERS_KEY.seal(manifest(draft(xml(newNumber()))));

            act(CARRIER, draft.path("id"), 1, "ISSUE", Map.of("issuanceManifestSignedContent", other))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/issuance-manifest-mismatch"));
            act(
                            CARRIER,
                            draft.path("id"),
                            1,
                            "ISSUE",
                            Map.of("issuanceManifestSignedContent", CARRIERS_KEY.seal("no json")))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/issuance-manifest-mismatch"));
        }

        @Test
        void shouldBeTheCarriersAct() {
            var draft = draft(xml(newNumber()));
            var signed = Map.of("issuanceManifestSignedContent", CARRIERS_KEY.seal(manifest(draft)));

            act(SHIPPER, draft.path("id"), 1, "ISSUE", signed)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-act"));
            act(BANK, draft.path("id"), 1, "ISSUE", signed).then().statusCode(404);
        }
    }

    @Nested
    class Reading {

        @Test
        void shouldAnswerStrangersAsIfThereWereNoBill() {
            var id = issued();

            for (var path : List.of("", "/document", "/transport-document", "/chain")) {
                as(STRANGER).get("/bills/" + id + path).then().statusCode(404);
                as(SHIPPER).get("/bills/" + UUID.randomUUID() + path).then().statusCode(404);
                as(SHIPPER).get("/bills/no-id" + path).then().statusCode(404);
            }
            transfer(BANK, BANK, id, 2).then().statusCode(404);
        }

        @Test
        void shouldNeedATokenWithTheRightScope() {
            var id = issued();

            given().get("/bills/" + id).then().statusCode(401);
            as(SHIPPER, "bills:write").get("/bills/" + id).then().statusCode(403);
            as(SHIPPER, "bills:read", "bills:write")
                    .get("/gateway/bills/" + id + "/outgoing")
                    .then()
                    .statusCode(403);
            as(SHIPPER, "bills:read")
                    .header("Idempotency-Key", key())
                    .contentType("application/jose")
                    .body(Registry.signed(
                            Registry.signerOf(SHIPPER),
                            Registry.statement(SHIPPER, id, head(SHIPPER, id), "SIGN", Map.of())))
                    .post("/bills/" + id + "/acts")
                    .then()
                    .statusCode(403);
        }

        @Test
        void shouldListOnlyTheBillsOfThePartyNewestFirstByPages() {
            var first = issued();
            var second = issued();
            transfer(SHIPPER, ISSUING_BANK, first, 2).then().statusCode(200);
            transfer(SHIPPER, ISSUING_BANK, second, 2).then().statusCode(200);

            var page = as(ISSUING_BANK).get("/bills?limit=1").then().statusCode(200);
            page.body("items.id", contains(second)).body("items[0].chain", nullValue());
            String head = read(ISSUING_BANK, second).path("head");
            page.body("items[0].head", equalTo(head));
            as(ISSUING_BANK)
                    .get("/bills?limit=1&cursor=" + page.extract().path("next"))
                    .then()
                    .body("items.id", contains(first));
            as(STRANGER).get("/bills").then().body("items", hasSize(0)).body("next", nullValue());
            as(SHIPPER).get("/bills?limit=0").then().statusCode(400);
        }

        @Test
        void shouldShowARecordThatAnybodyCanVerify() throws Exception {
            var id = issued();
            transfer(SHIPPER, BANK, id, 2).then().statusCode(200);
            var keys = new SealVerifier(
                    TrustedKeys.fromJwks(given().get("/.well-known/jwks.json").asString()));
            var chain = as(BANK).get("/bills/" + id + "/chain").then().statusCode(200);
            List<String> seals = chain.extract().path("entries.seal");
            List<String> previous = chain.extract().path("entries.previous");

            assertThat(seals).hasSize(3);
            for (int i = 0; i < seals.size(); i++) {
                var payload = new String(keys.verify(seals.get(i)), StandardCharsets.UTF_8);
                assertThat(payload).contains("\"sequence\":" + (i + 1));
                if (i > 0) {
                    assertThat(previous.get(i))
                            .isEqualTo(Digest.sha256Hex(seals.get(i - 1).getBytes(StandardCharsets.UTF_8)));
                    assertThat(payload).contains(previous.get(i));
                }
            }
        }
    }
}
