package org.tegata.bl.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.endorse;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.post;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.signed;
import static org.tegata.bl.rest.Registry.signerOf;
import static org.tegata.bl.rest.Registry.statement;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;

/** The acts over HTTP: who may, when, on which head, and how often. */
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
                .body("endorsee.mayEndorse", equalTo(true))
                .body("entries", hasSize(1))
                .body("entries[0].signedAct", notNullValue());
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
        act(CARRIER, id, 7, "REFUSE_SURRENDER", Map.of("comments", "Freight is unpaid"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("holder.party", equalTo(ISSUING_BANK.toString()));
        surrender(ISSUING_BANK, id, 8).then().statusCode(200);
        act(CARRIER, id, 9, "ACCEPT_SURRENDER", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("SURRENDERED_FOR_DELIVERY"))
                .body("version", equalTo(10));
        for (var party : List.of(SHIPPER, BANK, ISSUING_BANK, CARRIER)) {
            transfer(party, SHIPPER, id, 10).then().statusCode(409).body("type", equalTo("/problems/wrong-state"));
        }
    }

    @Test
    void shouldPledgeToABankAndGetItBackOnlyFromIt() {
        var id = issued();
        act(SHIPPER, id, 2, "PLEDGE", recipient(BANK, "TGTA"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PLEDGED"))
                .body("holder.party", equalTo(BANK.toString()))
                .body("pledgor.party", equalTo(SHIPPER.toString()));
        transfer(BANK, ISSUING_BANK, id, 3).then().statusCode(409).body("type", equalTo("/problems/wrong-state"));
        act(SHIPPER, id, 3, "RELEASE", Map.of()).then().statusCode(403);
        act(BANK, id, 3, "RELEASE", Map.of())
                .then()
                .statusCode(200)
                .body("holder.party", equalTo(SHIPPER.toString()))
                .body("pledgor", nullValue());
    }

    @Test
    void shouldRejectATransferOnlyBeforeActingOnIt() {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);
        act(BANK, id, 3, "REJECT_TRANSFER", Map.of("comments", "Not ours"))
                .then()
                .statusCode(200)
                .body("holder.party", equalTo(SHIPPER.toString()));
        transfer(SHIPPER, BANK, id, 4).then().statusCode(200);
        act(BANK, id, 5, "SIGN", Map.of()).then().statusCode(200);
        act(BANK, id, 6, "REJECT_TRANSFER", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-to-reject"));
    }

    @Test
    void shouldSurrenderForAmendmentWithAReason() {
        var id = issued();
        act(SHIPPER, id, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", "COD"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING_SURRENDER_FOR_AMENDMENT"))
                .body("entries[0].transactions[0].reasonCode", equalTo("COD"));
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
        act(SHIPPER, id, 2, "VOID", Map.of()).then().statusCode(403);
        surrender(SHIPPER, id, 2).then().statusCode(200);
        act(SHIPPER, id, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(403);
        act(SHIPPER, id, 3, "REFUSE_SURRENDER", Map.of()).then().statusCode(403);
        read(SHIPPER, id).then().body("version", equalTo(3));
    }

    @Test
    void shouldDepriveTheTransferorOfControlAtOnce() {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        transfer(SHIPPER, ISSUING_BANK, id, 3).then().statusCode(403).body("type", equalTo("/problems/not-your-act"));
    }

    @Nested
    class BuildingOnTheHead {

        @Test
        void shouldTellAPartyWhoActedFirstAndAnOutsiderNothing() {
            var id = issued();
            var seen = head(SHIPPER, id);
            transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

            transfer(SHIPPER, ISSUING_BANK, id, 2)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/head-moved"))
                    .body("actedFirst.act", equalTo("TRANSFER"))
                    .body("actedFirst.actor", equalTo(SHIPPER.toString()))
                    .body("actedFirst.version", equalTo(3))
                    .body("actedFirst.recordedAt", notNullValue())
                    .body("head", equalTo(head(BANK, id)));
            var outsider = statement(ISSUING_BANK, id, seen, "TRANSFER", recipient(BANK, "TGTA"));
            post(ISSUING_BANK, id, signed(signerOf(ISSUING_BANK), outsider), key())
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"))
                    .body("actedFirst", nullValue())
                    .body("head", nullValue());
        }

        @Test
        void shouldNotKnowAHeadThatNeverWas() {
            var id = issued();
            var statement = statement(SHIPPER, id, Registry.NO_HEAD, "TRANSFER", recipient(BANK, "TGTA"));

            post(SHIPPER, id, signed(signerOf(SHIPPER), statement), key())
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/head-moved"))
                    .body("actedFirst", nullValue());
        }

        @Test
        void shouldGiveTheSameReceiptHoweverLateAndOftenItIsAsked() {
            var id = issued();
            var key = key();
            var first = act(SHIPPER, id, 2, "TRANSFER", recipient(BANK, "TGTA"), key)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(3));
            transfer(BANK, ISSUING_BANK, id, 3).then().statusCode(200);
            surrender(ISSUING_BANK, id, 4).then().statusCode(oneOf(200, 403));

            act(SHIPPER, id, 2, "TRANSFER", recipient(BANK, "TGTA"), key)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"3\"")
                    .body("holder.party", equalTo(BANK.toString()))
                    .body("$", equalTo(first.extract().jsonPath().get("$")));
            act(SHIPPER, id, 2, "TRANSFER", recipient(ISSUING_BANK, "TGTA"), key)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/idempotency-key-reused"));
        }

        @Test
        void shouldNotLetAReplayedActHappenTwice() {
            var id = issued();
            var other = issued();
            var jws = signed(
                    signerOf(SHIPPER), statement(SHIPPER, id, head(SHIPPER, id), "TRANSFER", recipient(BANK, "TGTA")));
            post(SHIPPER, id, jws, key()).then().statusCode(200);
            act(BANK, id, 3, "REJECT_TRANSFER", Map.of()).then().statusCode(200);

            // the shipper holds it again: its old signature must not move it once more
            post(SHIPPER, id, jws, key()).then().statusCode(409).body("type", equalTo("/problems/head-moved"));
            post(SHIPPER, other, jws, key()).then().statusCode(400);
            post(BANK, id, jws, key()).then().statusCode(403);
            read(SHIPPER, id).then().body("version", equalTo(4)).body("holder.party", equalTo(SHIPPER.toString()));
            read(SHIPPER, other).then().body("version", equalTo(2));
        }

        @Test
        void shouldAskForAnIdempotencyKey() {
            var id = issued();
            as(SHIPPER)
                    .contentType("application/jose")
                    .body("a.b.c")
                    .post("/bills/" + id + "/acts")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/idempotency-key-missing"));
        }
    }

    @Test
    void shouldSayWhoMayDoWhatAndWhyNot() {
        var id = issued();

        as(SHIPPER)
                .get("/bills/" + id + "/acts")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("head", equalTo(head(SHIPPER, id)))
                .body("acts.find { it.act == 'TRANSFER' }.allowed", equalTo(true))
                .body("acts.find { it.act == 'TRANSFER' }.by.party", equalTo(SHIPPER.toString()))
                .body("acts.find { it.act == 'VOID' }.allowed", equalTo(false))
                .body("acts.find { it.act == 'VOID' }.by.role", equalTo("CARRIER"))
                .body("acts.find { it.act == 'VOID' }.refusal.type", equalTo("/problems/not-your-act"))
                .body("acts.find { it.act == 'RELEASE' }.refusal.type", equalTo("/problems/wrong-state"));
        as(CARRIER)
                .get("/bills/" + id + "/acts")
                .then()
                .body("acts.find { it.act == 'VOID' }.allowed", equalTo(true))
                .body("acts.find { it.act == 'TRANSFER' }.allowed", equalTo(false));
        as(STRANGER).get("/bills/" + id + "/acts").then().statusCode(404);
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
                "a.b",
                "\"recipient\":null",
                "\"recipient\":{\"party\":\"GLEIF:NOTALEI\"}",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"eblPlatform\":\"TOOLONG\"}",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"more\":1}",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"partyName\":\"a\\u0000b\"}",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\"},\"act\":\"VOID\"",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\"},\"more\":1",
                "\"recipient\":{\"party\":\"GLEIF:TGTACONFBANK00000187\"},\"recipient\":null",
                "\"recipient\":"
            })
    void shouldRefuseWhatIsNoSignedStatementOfATransfer(String members) {
        var id = issued();
        var body = members.startsWith("\"")
                ? signerOf(SHIPPER).seal("act+jws", withMembers(id, members).getBytes(StandardCharsets.UTF_8))
                : members;
        post(SHIPPER, id, body, key())
                .then()
                .statusCode(oneOf(400, 422))
                .body("type", oneOf("/problems/malformed-request", "/problems/party-missing"));
        read(SHIPPER, id).then().body("version", equalTo(2));
    }

    private static String withMembers(String id, String members) {
        return withMembers(SHIPPER, id, "TRANSFER", members);
    }

    private static String withMembers(PartyId party, String id, String act, String members) {
        var whole = Registry.json(statement(party, id, head(CARRIER, id), act, Map.of()));
        return whole.substring(0, whole.length() - 1) + "," + members + "}";
    }

    private static void refusesText(PartyId party, String id, int version, String act, String members) {
        var jws = signerOf(party)
                .seal("act+jws", withMembers(party, id, act, members).getBytes(StandardCharsets.UTF_8));
        post(party, id, jws, key()).then().statusCode(400).body("type", equalTo("/problems/malformed-request"));
        read(CARRIER, id).then().statusCode(200).body("version", equalTo(version));
    }

    @Test
    void shouldRefuseTextThatCannotBeKept() {
        var id = issued();
        for (String bad : UNKEEPABLE) {
            refusesText(CARRIER, id, 2, "REFUSE_SURRENDER", "\"comments\":\"a" + bad + "b\"");
            refusesText(SHIPPER, id, 2, "SURRENDER_FOR_AMENDMENT", "\"reasonCode\":\"" + bad + "\"");
            refusesText(SHIPPER, id, 2, "SIGN", "\"place\":\"" + bad + "\"");
            refusesText(SHIPPER, id, 2, "SIGN", "\"" + bad + "\":1");
        }
    }

    @Test
    void shouldRefuseAManifestThatCannotBeKept() {
        String id = Registry.draft(Registry.xml(Registry.newNumber())).path("id");
        for (String bad : UNKEEPABLE) {
            refusesText(CARRIER, id, 1, "ISSUE", "\"issuanceManifestSignedContent\":\"a." + bad + ".b\"");
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
                refusesText(SHIPPER, id, 2, "TRANSFER", "\"recipient\":" + json);
                refusesText(SHIPPER, id, 2, "ENDORSE", "\"recipient\":" + json);
            }
        }
    }
}
