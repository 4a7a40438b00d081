package org.tegata.bl.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.endorse;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.Keys;

/** The acts over HTTP: who may, when, on which version, and how often. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ActResourceIT {

    /** As JSON escapes: NUL, another control character, half a character. */
    private static final List<String> UNKEEPABLE = List.of("\\u0000", "\\u0007", "\\ud83d");

    @BeforeEach
    void parties() {
        register();
    }

    @Test
    void shouldRunAWholeLife() {
        var id = issued();
        endorse(SHIPPER, "ENDORSE_TO_ORDER", BANK, id, 2)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("holder.party", equalTo(SHIPPER.toString()))
                .body("endorsee.party", equalTo(BANK.toString()))
                .body("endorsee.mayEndorse", equalTo(true));
        transfer(SHIPPER, BANK, id, 3).then().statusCode(200).body("holder.party", equalTo(BANK.toString()));
        endorse(BANK, "ENDORSE", ISSUING_BANK, id, 4)
                .then()
                .statusCode(200)
                .body("endorsee.mayEndorse", equalTo(false));
        transfer(BANK, ISSUING_BANK, id, 5).then().statusCode(200);
        endorse(ISSUING_BANK, "ENDORSE", SHIPPER, id, 6)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/endorsement-ends-here"));
        surrender(ISSUING_BANK, id, 6).then().statusCode(200).body("status", equalTo("PENDING_SURRENDER_FOR_DELIVERY"));
        act(CARRIER, id, 7, "surrender/refuse", Map.of("comments", "Freight is unpaid"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("holder.party", equalTo(ISSUING_BANK.toString()));
        surrender(ISSUING_BANK, id, 8).then().statusCode(200);
        act(CARRIER, id, 9, "surrender/accept", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("SURRENDERED_FOR_DELIVERY"))
                .body("chain", hasSize(10));
        for (var party : List.of(SHIPPER, BANK, ISSUING_BANK, CARRIER)) {
            transfer(party, SHIPPER, id, 10).then().statusCode(409).body("type", equalTo("/problems/wrong-state"));
        }
    }

    @Test
    void shouldSurrenderForAmendmentWithAReason() {
        var id = issued();
        act(SHIPPER, id, 2, "surrender", Map.of("actionCode", "SURRENDER_FOR_AMENDMENT", "reasonCode", "COD"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING_SURRENDER_FOR_AMENDMENT"))
                .body("transactions[-1].reasonCode", equalTo("COD"));
    }

    @Test
    void shouldRefuseEveryActOfAWrongParty() {
        var id = issued();

        for (var wrong : List.of(CARRIER, BANK)) {
            int expected = wrong.equals(CARRIER) ? 403 : 404;
            transfer(wrong, ISSUING_BANK, id, 2).then().statusCode(expected);
            endorse(wrong, "BLANK_ENDORSE", null, id, 2).then().statusCode(expected);
            surrender(wrong, id, 2).then().statusCode(expected);
        }
        act(SHIPPER, id, 2, "void", Map.of()).then().statusCode(403);
        surrender(SHIPPER, id, 2).then().statusCode(200);
        act(SHIPPER, id, 3, "surrender/accept", Map.of()).then().statusCode(403);
        act(SHIPPER, id, 3, "surrender/refuse", Map.of()).then().statusCode(403);
        read(SHIPPER, id).then().body("version", equalTo(3));
    }

    @Test
    void shouldDepriveTheTransferorOfControlAtOnce() {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        transfer(SHIPPER, ISSUING_BANK, id, 3).then().statusCode(403).body("type", equalTo("/problems/not-your-act"));
    }

    @Test
    void shouldBuildOnTheVersionThatTheCallerHasRead() {
        var id = issued();

        transfer(SHIPPER, BANK, id, 1).then().statusCode(412).body("type", equalTo("/problems/version-mismatch"));
        as(SHIPPER)
                .header("Idempotency-Key", key())
                .contentType(ContentType.JSON)
                .body(Registry.recipient(BANK, "TGTA"))
                .post("/bills/" + id + "/transfers")
                .then()
                .statusCode(428);
        as(SHIPPER)
                .header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body(Registry.recipient(BANK, "TGTA"))
                .post("/bills/" + id + "/transfers")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldAnswerARepeatWithThePresentStateBeforeTheVersionIsJudged() {
        var id = issued();
        var key = key();
        act(SHIPPER, id, 2, "transfers", Registry.recipient(BANK, "TGTA"), key)
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
        transfer(BANK, ISSUING_BANK, id, 3).then().statusCode(200);

        act(SHIPPER, id, 2, "transfers", Registry.recipient(BANK, "TGTA"), key)
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("holder.party", equalTo(ISSUING_BANK.toString()));
        act(SHIPPER, id, 4, "transfers", Registry.recipient(ISSUING_BANK, "TGTA"), key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void shouldNotHandTheBillToSomebodyWhoCouldNeverActOnIt() {
        transfer(SHIPPER, STRANGER, issued(), 2)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-recipient"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"recipient\":null}",
                "{\"recipient\":{\"party\":\"GLEIF:NOTALEI\"}}",
                "{\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"eblPlatform\":\"TOOLONG\"}}",
                "{\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"more\":1}}",
                "{\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"partyName\":\"a\\u0000b\"}}",
                "{\"recipient\":"
            })
    void shouldRefuseABodyThatIsNotATransfer(String body) {
        as(SHIPPER)
                .header("Idempotency-Key", key())
                .header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/bills/" + issued() + "/transfers")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "endorsements, actionCode, ENDORSE?",
        "endorsements, actionCode, ?",
        "surrender, actionCode, SURRENDER_FOR_DELIVERY?",
        "surrender, reasonCode, ?",
        "surrender/refuse, comments, a?b"
    })
    void shouldRefuseTextThatCannotBeKept(String act, String member, String text) {
        var id = issued();
        for (String bad : UNKEEPABLE) {
            var body = "{\"" + member.replace("?", bad) + "\":\"" + text.replace("?", bad) + "\"}";
            refusesText(act.equals("surrender/refuse") ? CARRIER : SHIPPER, id, 2, act, body);
        }
    }

    @Test
    void shouldRefuseAManifestThatCannotBeKept() {
        String id = Registry.draft(Registry.xml(Registry.newNumber())).path("id");
        for (String bad : UNKEEPABLE) {
            for (var text : List.of(bad, "a." + bad + ".b")) {
                refusesText(CARRIER, id, 1, "issue", "{\"issuanceManifestSignedContent\":\"" + text + "\"}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"party", "partyName", "eblPlatform"})
    void shouldRefuseAPartyThatCannotBeKept(String member) {
        var id = issued();
        for (String bad : UNKEEPABLE) {
            for (String platform : List.of("TGTA", "TGTB")) {
                var whole =
                        "{\"party\":\"%s\",\"partyName\":\"Bank\",\"eblPlatform\":\"%s\"}".formatted(BANK, platform);
                var json = whole.replace("\"" + member + "\":\"", "\"" + member + "\":\"" + bad);
                refusesText(SHIPPER, id, 2, "transfers", "{\"recipient\":" + json + "}");
                var endorsement = "{\"actionCode\":\"ENDORSE\",\"endorsee\":" + json + "}";
                refusesText(SHIPPER, id, 2, "endorsements", endorsement);
            }
        }
    }

    private static void refusesText(PartyId party, String id, long version, String act, String body) {
        as(party)
                .header("Idempotency-Key", key())
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/bills/" + id + "/" + act)
                .then()
                .statusCode(oneOf(400, 422));
        read(CARRIER, id).then().statusCode(200).body("version", equalTo((int) version));
    }

    @Nested
    class Registering {

        @ParameterizedTest
        @ValueSource(strings = {"\\u0000", "\\u0007", "\\ud83d"})
        void shouldTakeTextThatCanBeKept(String bad) {
            for (var path : List.of("/parties/", "/carriers/")) {
                for (var body : List.of("{\"name\":\"a" + bad + "b\"}", "{\"name\":\"X\",\"jwks\":\"" + bad + "\"}")) {
                    as(Registry.OPERATOR, "registry:admin")
                            .contentType(ContentType.JSON)
                            .body(body)
                            .put(path + STRANGER)
                            .then()
                            .statusCode(400);
                }
            }
        }

        @Test
        void shouldBeTheOperatorsAct() {
            as(SHIPPER)
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "X"))
                    .put("/parties/" + STRANGER)
                    .then()
                    .statusCode(403);
        }

        @Test
        void shouldNotTakeASecretForACarriersKey() {
            for (var jwks : List.of("{\"keys\":[" + Keys.newEcKeyJwk() + "]}", "{\"keys\":[]}", "{}", "\"x\"")) {
                as(Registry.OPERATOR, "registry:admin")
                        .contentType(ContentType.JSON)
                        .body("{\"name\":\"X\",\"jwks\":" + jwks + "}")
                        .put("/carriers/" + STRANGER)
                        .then()
                        .statusCode(400);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"GLEIF:TGTASTRANGER00000158", "nonsense", "GLEIF:"})
        void shouldTakeRightPartyCodesOnly(String party) {
            as(Registry.OPERATOR, "registry:admin")
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "X"))
                    .put("/parties/" + party)
                    .then()
                    .statusCode(400);
        }
    }
}
