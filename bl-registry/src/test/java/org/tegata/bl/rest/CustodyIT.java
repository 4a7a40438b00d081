package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.OPERATOR;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.putKey;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.statement;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;
import org.tegata.seal.KeyStores;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;
import org.tegata.seal.VerificationKey;

/** Keys in custody sign only for a fresh, strong login of their party (RFC 9470). */
@QuarkusTest
@TestProfile(CustodyIT.WithKeyStore.class)
@WithTestResource(InfraTestResource.class)
class CustodyIT {

    private static final String PIN = "custody-pin-1";

    /** A key store as an operator makes it. */
    public static final class WithKeyStore implements QuarkusTestProfile {

        static Path store;

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("custody");
                store = folder.resolve("keys.p12");
                for (var alias : List.of("shipper", "bank")) {
                    keytool(alias);
                }
                var pin = Files.writeString(folder.resolve("pin"), PIN + "\n");
                return Map.of(
                        "tegata.registry.custody.type", "PKCS12",
                        "tegata.registry.custody.file", store.toString(),
                        "tegata.registry.custody.pin-file", pin.toString());
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void keytool(String alias) throws IOException, InterruptedException {
            var tool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var process = new ProcessBuilder(
                            tool,
                            "-genkeypair",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PIN,
                            "-alias",
                            alias,
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + alias)
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }
    }

    private static Sealer held(String alias) {
        var path = ConfigProvider.getConfig().getValue("tegata.registry.custody.file", String.class);
        return Sealer.fromKeyStore(KeyStores.pkcs12(Path.of(path), PIN.toCharArray()), alias, PIN.toCharArray());
    }

    private static Response custodied(PartyId party, String alias, Sealer key) {
        return putKey(party, "{\"jwk\":" + key.publicJwk() + ",\"custodyAlias\":\"" + alias + "\"}");
    }

    private static Response act(String token, String id, Map<String, ?> statement, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(json(statement))
                .post("/bills/" + id + "/acts");
    }

    private static String fresh(PartyId party) {
        return TestTokens.steppedUp(party, "mfa", Instant.now(), "bills:read", "bills:write");
    }

    private static Map<String, Object> transfer(String id) {
        var statement = statement(SHIPPER, id, head(SHIPPER, id), "TRANSFER", recipient(BANK, "TGTA"));
        statement.remove("signedAt");
        return statement;
    }

    @BeforeEach
    void shippersKeyInCustody() {
        register();
        custodied(SHIPPER, "shipper", held("shipper"))
                .then()
                .statusCode(oneOf(200, 201))
                .body("custodied", equalTo(true));
    }

    @Test
    void shouldAskForAFreshAndStrongLogin() {
        var id = issued();
        var now = Instant.now();
        for (var token : List.of(
                TestTokens.token(SHIPPER, "bills:write"),
                TestTokens.steppedUp(SHIPPER, "pwd", now, "bills:write"),
                TestTokens.steppedUp(SHIPPER, "mfa pwd", now, "bills:write"),
                TestTokens.steppedUp(SHIPPER, "mfa", now.minusSeconds(310), "bills:write"),
                TestTokens.steppedUp(SHIPPER, "mfa", now.plusSeconds(600), "bills:write"))) {
            act(token, id, transfer(id), key())
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/step-up-needed"))
                    .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                    .header("WWW-Authenticate", containsString("acr_values=\"mfa phr phrh\""))
                    .header("WWW-Authenticate", containsString("max_age=300"));
        }
        act(TestTokens.steppedUp(SHIPPER, "mfa", now, "bills:read"), id, transfer(id), key())
                .then()
                .statusCode(403);
        Registry.read(SHIPPER, id).then().body("version", equalTo(2));
    }

    @Test
    void shouldSignForTheHolderAndGiveTheSameReceiptAgain() throws Exception {
        var id = issued();
        var statement = transfer(id);
        var key = key();

        var receipt = act(fresh(SHIPPER), id, statement, key).then().statusCode(200);
        String jws = receipt.extract().path("entries[0].signedAct");
        var signed = VerificationKey.fromJwk(held("shipper").publicJwk()).verify(jws, "act+jws");
        assertThat(new String(signed, StandardCharsets.UTF_8)).contains(id, "TRANSFER", "signedAt");
        act(fresh(SHIPPER), id, statement, key)
                .then()
                .statusCode(200)
                .body("head", equalTo(receipt.extract().path("head")))
                .body("entries[0].signedAct", equalTo(jws));
    }

    @Test
    void shouldSignForNobodyElse() {
        var id = issued();

        act(fresh(BANK), id, transfer(id), key()).then().statusCode(403);
        var banks = statement(BANK, id, head(SHIPPER, id), "SIGN", Map.of());
        act(fresh(BANK), id, banks, key()).then().statusCode(409).body("type", equalTo("/problems/key-not-custodied"));
    }

    @Test
    void shouldHoldTheKeyThatIsRegistered() {
        custodied(BANK, "bank", held("shipper")).then().statusCode(409);
        custodied(BANK, "nothing", held("bank")).then().statusCode(409);
        custodied(BANK, "bank", Sealer.fromJwk(Keys.newEcKeyJwk()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/key-not-custodied"));
    }

    @Test
    void shouldSignNoMoreOnceTheKeyIsRevoked() {
        custodied(ISSUING_BANK, "bank", held("bank")).then().statusCode(201);
        var id = issued();
        Registry.transfer(SHIPPER, ISSUING_BANK, id, 2).then().statusCode(200);
        act(fresh(ISSUING_BANK), id, statement(ISSUING_BANK, id, head(SHIPPER, id), "SIGN", Map.of()), key())
                .then()
                .statusCode(200);
        as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "End of custody"))
                .post("/parties/" + ISSUING_BANK + "/keys/" + held("bank").keyId() + "/revocation")
                .then()
                .statusCode(200);

        act(fresh(ISSUING_BANK), id, statement(ISSUING_BANK, id, head(SHIPPER, id), "SIGN", Map.of()), key())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/key-not-custodied"));
    }
}
