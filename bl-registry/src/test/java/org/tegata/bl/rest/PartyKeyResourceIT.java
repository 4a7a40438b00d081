package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.OPERATOR;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.post;
import static org.tegata.bl.rest.Registry.putKey;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.signed;
import static org.tegata.bl.rest.Registry.signerOf;
import static org.tegata.bl.rest.Registry.statement;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;
import org.tegata.seal.VerificationKey;

/** Keys are registered by the operator, rotated by their party, withdrawn for good, and never forgotten. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class PartyKeyResourceIT {

    private static final String ADMIN = "registry:admin";

    @Inject
    DataSource database;

    @BeforeEach
    void parties() {
        register();
    }

    private static Sealer newKey() {
        return Sealer.fromJwk(Keys.newEcKeyJwk());
    }

    private static Map<String, Object> rotation(PartyId party, Sealer next) {
        Map<String, Object> rotation = new LinkedHashMap<>();
        rotation.put("party", party.toString());
        rotation.put("jwk", jwk(next));
        rotation.put("signedAt", Instant.now().toString());
        return rotation;
    }

    private static Object jwk(Sealer key) {
        return JsonPath.from(key.publicJwk()).getMap("$");
    }

    private static Response rotate(PartyId token, PartyId party, Sealer signer, String type, Map<String, ?> rotation) {
        return as(token)
                .contentType("application/jose")
                .body(signer.seal(type, json(rotation).getBytes(StandardCharsets.UTF_8)))
                .post("/parties/" + party + "/keys");
    }

    private static Response revoke(PartyId token, String scope, PartyId party, String keyId) {
        return as(token, scope)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Lost"))
                .post("/parties/" + party + "/keys/" + keyId + "/revocation");
    }

    /** Asks for an act on a head that never was: head-moved when the key is in force. */
    private static Response tries(PartyId party, Sealer key) {
        var id = UUID.randomUUID().toString();
        return post(party, id, signed(key, statement(party, id, Registry.NO_HEAD, "SIGN", Map.of())), key());
    }

    @Nested
    class Registering {

        @Test
        void shouldNotTakeASecretForAPublicKey() {
            var secret = Keys.newEcKeyJwk();
            var symmetric = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0\"}";
            for (var jwk :
                    List.of(secret, symmetric, Keys.newEd25519KeyJwk(), "{}", "\"x\"", "null", "[]", "{\"keys\":[]}")) {
                var answer = putKey(BANK, "{\"jwk\":" + jwk + "}");

                answer.then().statusCode(400).body("type", equalTo("/problems/malformed-request"));
                assertThat(answer.asString()).doesNotContain("\"d\"").doesNotContain("c2VjcmV0");
            }
        }

        @Test
        void shouldBeTheOperatorsAct() {
            var body = "{\"jwk\":" + newKey().publicJwk() + "}";
            for (var party : List.of(SHIPPER, BANK)) {
                as(party)
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/parties/" + BANK + "/keys")
                        .then()
                        .statusCode(403);
            }
        }

        @Test
        void shouldNotTakeKeysOfWhoeverDoesNotLiveHere() {
            putKey(STRANGER, newKey()).then().statusCode(404);
        }

        @Test
        void shouldBeThereOnceHoweverOftenItIsRegistered() {
            var key = newKey();
            putKey(BANK, key).then().statusCode(201).body("keyId", equalTo(key.keyId()));
            putKey(BANK, key).then().statusCode(200).body("keyId", equalTo(key.keyId()));

            List<String> ids = as(SHIPPER).get("/parties/" + BANK + "/keys").path("keyId");
            assertThat(ids).containsOnlyOnce(key.keyId());
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "10, 5", "-3600, 60", "0, 63200000", "-7200, -3600"})
        void shouldTakeSensibleWindowsOnly(long fromSeconds, long untilSeconds) {
            windowed(newKey(), fromSeconds * 1_000, untilSeconds * 1_000).then().statusCode(400);
        }

        @Test
        void shouldNotLetAKeySignBeforeItsTime() {
            var key = newKey();
            windowed(key, 3_600_000, 7_200_000).then().statusCode(201);

            tries(BANK, key).then().statusCode(403).body("type", equalTo("/problems/key-not-in-force"));
        }

        @Test
        void shouldNotLetAKeySignOnceItHasRunOut() {
            var key = newKey();
            windowed(key, 0, 1_500).then().statusCode(201);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> tries(BANK, key)
                            .then()
                            .statusCode(403)
                            .body("type", equalTo("/problems/key-not-in-force")));
        }

        private Response windowed(Sealer key, long fromMillis, long untilMillis) {
            var now = Instant.now();
            return putKey(
                    BANK,
                    json(Map.of(
                            "jwk", jwk(key),
                            "notBefore", now.plusMillis(fromMillis).toString(),
                            "notAfter", now.plusMillis(untilMillis).toString())));
        }
    }

    @Nested
    class Rotating {

        @Test
        void shouldActWithTheNextKeyAndVerifyOldActsWithTheOneBefore() throws Exception {
            var first = newKey();
            var next = Sealer.fromJwk(Keys.newEd25519KeyJwk());
            putKey(SHIPPER, first).then().statusCode(201);
            var id = issued();
            var signed = signed(first, statement(SHIPPER, id, head(SHIPPER, id), "SIGN", Map.of()));
            post(SHIPPER, id, signed, key()).then().statusCode(200);

            rotate(SHIPPER, SHIPPER, first, "key+jws", rotation(SHIPPER, next))
                    .then()
                    .statusCode(201);
            revoke(SHIPPER, "bills:write", SHIPPER, first.keyId())
                    .then()
                    .statusCode(200)
                    .body("revokedAt", notNullValue())
                    .body("reason", equalTo("Lost"));

            var again = statement(SHIPPER, id, head(SHIPPER, id), "SIGN", Map.of());
            post(SHIPPER, id, signed(first, again), key())
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/key-revoked"));
            post(SHIPPER, id, signed(next, again), key()).then().statusCode(200);
            String kept = read(SHIPPER, id).path("chain[2].signedAct");
            var keys = as(BANK).get("/parties/" + SHIPPER + "/keys")
                    .then()
                    .statusCode(200)
                    .extract();
            Map<String, ?> old = keys.path("find { it.keyId == '" + first.keyId() + "' }.jwk");
            assertThat(VerificationKey.fromJwk(json(old)).verify(kept, "act+jws"))
                    .isNotEmpty();
        }

        @Test
        void shouldNotBeDoneByARevokedKeyNorBeRepeatedAfterwards() {
            var first = newKey();
            var next = newKey();
            putKey(SHIPPER, first).then().statusCode(201);
            var rotation = rotation(SHIPPER, next);
            rotate(SHIPPER, SHIPPER, first, "key+jws", rotation).then().statusCode(201);
            rotate(SHIPPER, SHIPPER, first, "key+jws", rotation).then().statusCode(200);
            revoke(OPERATOR, ADMIN, SHIPPER, next.keyId()).then().statusCode(200);

            var revoked = equalTo("/problems/key-revoked");
            rotate(SHIPPER, SHIPPER, first, "key+jws", rotation)
                    .then()
                    .statusCode(403)
                    .body("type", revoked);
            putKey(SHIPPER, next).then().statusCode(403).body("type", revoked);
            revoke(OPERATOR, ADMIN, SHIPPER, first.keyId()).then().statusCode(200);
            rotate(SHIPPER, SHIPPER, first, "key+jws", rotation(SHIPPER, newKey()))
                    .then()
                    .statusCode(403)
                    .body("type", revoked);
        }

        /** This instance may remember the key as it was a minute ago. */
        @Test
        void shouldNotBeDoneByAKeyThatAnotherInstanceHasRevoked() throws Exception {
            var stolen = newKey();
            var thiefs = newKey();
            putKey(BANK, stolen).then().statusCode(201);
            tries(BANK, stolen).then().statusCode(404);
            try (var elsewhere = database.getConnection()) {
                elsewhere
                        .createStatement()
                        .execute("update party_keys set revoked_at = now(), revocation_reason = 'stolen'"
                                + " where key_id = '" + stolen.keyId() + "'");
            }

            rotate(BANK, BANK, stolen, "key+jws", rotation(BANK, thiefs))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/key-revoked"));
            tries(BANK, thiefs).then().statusCode(403).body("type", equalTo("/problems/key-unknown"));
        }

        @Test
        void shouldKeepThePartysSignatureAsEvidence() throws Exception {
            var next = newKey();
            rotate(SHIPPER, SHIPPER, signerOf(SHIPPER), "key+jws", rotation(SHIPPER, next))
                    .then()
                    .statusCode(201);

            var keys = as(BANK).get("/parties/" + SHIPPER + "/keys");
            String evidence = keys.path("find { it.keyId == '" + next.keyId() + "' }.authorisedBy");
            var signer = VerificationKey.fromJwk(signerOf(SHIPPER).publicJwk());
            assertThat(signer.verify(evidence, "key+jws")).asString().contains(jsonOf("x", next));
            assertThat((String) keys.path("find { it.keyId == '" + signer.keyId() + "' }.authorisedBy"))
                    .as("the operator brought it")
                    .isNull();
        }

        private static String jsonOf(String member, Sealer key) {
            return JsonPath.from(key.publicJwk()).getString(member);
        }

        @Test
        void shouldBeThePartysOwn() {
            var next = newKey();
            var mine = signerOf(BANK);

            rotate(BANK, SHIPPER, mine, "key+jws", rotation(SHIPPER, next))
                    .then()
                    .statusCode(403);
            rotate(BANK, BANK, mine, "key+jws", rotation(SHIPPER, next)).then().statusCode(403);
            rotate(SHIPPER, SHIPPER, mine, "key+jws", rotation(SHIPPER, next))
                    .then()
                    .statusCode(403);
            List<String> ids = as(SHIPPER).get("/parties/" + SHIPPER + "/keys").path("keyId");
            assertThat(ids).doesNotContain(next.keyId());
        }

        @Test
        void shouldBeSignedForNothingElse() {
            var id = issued();
            var act = statement(SHIPPER, id, head(SHIPPER, id), "SIGN", Map.of());

            rotate(SHIPPER, SHIPPER, signerOf(SHIPPER), "act+jws", rotation(SHIPPER, newKey()))
                    .then()
                    .statusCode(422);
            rotate(SHIPPER, SHIPPER, signerOf(SHIPPER), "act+jws", act).then().statusCode(400);
            rotate(SHIPPER, SHIPPER, signerOf(SHIPPER), "key+jws", act).then().statusCode(400);
            var aliased = rotation(SHIPPER, newKey());
            aliased.put("custodyAlias", "carrier");
            rotate(SHIPPER, SHIPPER, signerOf(SHIPPER), "key+jws", aliased)
                    .then()
                    .statusCode(400);
        }
    }

    @Nested
    class Revoking {

        @Test
        void shouldBeFinalAndSaidOnce() {
            var key = newKey();
            putKey(BANK, key).then().statusCode(201);
            tries(BANK, key).then().statusCode(404);
            String at = revoke(BANK, "bills:write", BANK, key.keyId()).path("revokedAt");

            revoke(OPERATOR, ADMIN, BANK, key.keyId()).then().statusCode(200).body("revokedAt", equalTo(at));
            tries(BANK, key).then().statusCode(403).body("type", equalTo("/problems/key-revoked"));
        }

        @Test
        void shouldBeThePartysOwnOrTheOperators() {
            revoke(BANK, "bills:write", SHIPPER, signerOf(SHIPPER).keyId())
                    .then()
                    .statusCode(403);
            revoke(SHIPPER, "bills:read", SHIPPER, signerOf(SHIPPER).keyId())
                    .then()
                    .statusCode(403);
            revoke(SHIPPER, "bills:write", SHIPPER, signerOf(BANK).keyId())
                    .then()
                    .statusCode(404);
            revoke(OPERATOR, ADMIN, SHIPPER, "no-key").then().statusCode(404);
        }
    }
}
