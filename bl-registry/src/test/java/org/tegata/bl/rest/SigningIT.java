package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.CARRIERS_KEY;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.manifest;
import static org.tegata.bl.rest.Registry.post;
import static org.tegata.bl.rest.Registry.putKey;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.signed;
import static org.tegata.bl.rest.Registry.signerOf;
import static org.tegata.bl.rest.Registry.statement;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** Whose act it is: only who signs with its own key in force, over this statement and for this use, acts. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class SigningIT {

    private String id;
    private String head;

    @BeforeEach
    void bill() {
        id = issued();
        head = head(SHIPPER, id);
    }

    @AfterEach
    void nothingHappened() {
        read(SHIPPER, id).then().body("version", equalTo(2)).body("holder.party", equalTo(SHIPPER.toString()));
    }

    private Map<String, Object> transfer() {
        return statement(SHIPPER, id, head, "TRANSFER", recipient(BANK, "TGTA"));
    }

    private ValidatableResponse refused(String jws, int status, String slug) {
        return refused(SHIPPER, jws, status, slug);
    }

    private ValidatableResponse refused(PartyId party, String jws, int status, String slug) {
        return post(party, id, jws, key()).then().statusCode(status).body("type", equalTo("/problems/" + slug));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldNotBeTheActOfWhoeverHasAnotherKey() {
        refused(signed(Sealer.fromJwk(Keys.newEcKeyJwk()), transfer()), 403, "key-unknown");
        refused(signed(signerOf(BANK), transfer()), 403, "key-unknown");
    }

    @Test
    void shouldNotTakeAForeignSignatureUnderTheNameOfTheRightKey() {
        var parts = signed(signerOf(SHIPPER), transfer()).split("\\.");
        var other = signed(Sealer.fromJwk(Keys.newEd25519KeyJwk()), transfer()).split("\\.");

        refused(parts[0] + "." + parts[1] + "." + other[2], 422, "act-signature-rejected");
    }

    @Test
    void shouldNotTakeAnotherStatementUnderAGoodSignature() {
        var parts = signed(signerOf(SHIPPER), transfer()).split("\\.");
        var forged = encode(json(statement(SHIPPER, id, head, "TRANSFER", recipient(ISSUING_BANK, "TGTA"))));

        refused(parts[0] + "." + forged + "." + parts[2], 422, "act-signature-rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "ES256", "ES384", "RS256", "EdDSA "})
    void shouldTakeTheAlgorithmOfTheKeyOnly(String algorithm) {
        var keyId = signerOf(SHIPPER).keyId();
        var header = "{\"kid\":\"%s\",\"typ\":\"act+jws\",\"alg\":\"%s\"}".formatted(keyId, algorithm);
        var content = encode(header) + "." + encode(json(transfer()));

        for (var signature : List.of("", encode("x".repeat(64)))) {
            post(SHIPPER, id, content + "." + signature, key()).then().statusCode(oneOf(400, 422));
        }
    }

    @Test
    void shouldSayWhatTheSignatureIsFor() {
        var payload = json(transfer()).getBytes(StandardCharsets.UTF_8);

        refused(signerOf(SHIPPER).seal(payload), 422, "act-signature-rejected");
        for (var type : List.of("key+jws", "JWT", "proof-of-control+jws", "ACT+JWS")) {
            refused(signerOf(SHIPPER).seal(type, payload), 422, "act-signature-rejected");
        }
    }

    @Test
    void shouldNotTakeAnIssuanceManifestForAnAct() {
        var draft = Registry.draft(Registry.xml(Registry.newNumber()));

        refused(CARRIER, CARRIERS_KEY.seal(manifest(draft)), 400, "malformed-request");
    }

    @Test
    void shouldBeSignedByTheClockThatTheRegisterKnows() {
        var statement = transfer();
        statement.put("signedAt", Instant.now().plusSeconds(360).toString());
        refused(signed(signerOf(SHIPPER), statement), 422, "act-signature-rejected");

        statement.remove("signedAt");
        refused(signed(signerOf(SHIPPER), statement), 400, "malformed-request");
    }

    @Test
    void shouldNotActForAnotherParty() {
        // the bank holds a right key of its own, and a right statement of the shipper
        refused(BANK, signed(signerOf(SHIPPER), transfer()), 403, "forbidden");
        refused(BANK, signed(signerOf(BANK), transfer()), 403, "forbidden");
        refused(SHIPPER, signed(signerOf(BANK), statement(BANK, id, head, "SIGN", Map.of())), 403, "forbidden");
    }

    @Test
    void shouldNotActByReadingOnly() {
        for (var scope : List.of("bills:read", "registry:admin", "bills:gateway")) {
            as(SHIPPER, scope)
                    .header("Idempotency-Key", key())
                    .contentType("application/jose")
                    .body(signed(signerOf(SHIPPER), transfer()))
                    .post("/bills/" + id + "/acts")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void shouldNotActWithATokenForOtherActs() {
        var issuing = Registry.draft(Registry.xml(Registry.newNumber()));
        var issue = statement(
                CARRIER,
                issuing.path("id"),
                issuing.path("head"),
                "ISSUE",
                Map.of("issuanceManifestSignedContent", CARRIERS_KEY.seal(manifest(issuing))));

        with("bills:issue", SHIPPER, id, signed(signerOf(SHIPPER), transfer())).statusCode(403);
        with("bills:write", CARRIER, issuing.path("id"), signed(CARRIERS_KEY, issue))
                .statusCode(403);
        with("bills:issue", CARRIER, issuing.path("id"), signed(CARRIERS_KEY, issue))
                .statusCode(200);
    }

    private static ValidatableResponse with(String scope, PartyId party, String bill, String jws) {
        return as(party, scope)
                .header("Idempotency-Key", key())
                .contentType("application/jose")
                .body(jws)
                .post("/bills/" + bill + "/acts")
                .then();
    }

    /** What is sealed has to be readable for ever: no header may blow an entry up. */
    @Test
    void shouldSayNoMoreInItsHeaderThanWhoseKeyItIsAndWhatFor() throws Exception {
        var key = ECKey.parse(Keys.newEcKeyJwk());
        putKey(SHIPPER, "{\"jwk\":" + key.toPublicJWK().toJSONString() + "}")
                .then()
                .statusCode(201);
        var right = "{\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"act+jws\"".formatted(key.computeThumbprint());

        for (var more : List.of("cty", "x5u", "x5t")) {
            refused(handSigned(key, right + ",\"" + more + "\":\"x\"}"), 422, "act-signature-rejected");
        }
        refused(handSigned(key, right + ",\"cty\":\"" + "A".repeat(580_000) + "\"}"), 400, "malformed-request");
        refused(handSigned(key, right + " ".repeat(580_000) + "}"), 400, "malformed-request");
        var elsewhere = statement(SHIPPER, id, Registry.NO_HEAD, "SIGN", Map.of());
        assertThat(post(SHIPPER, id, handSigned(key, right + "}", elsewhere), key())
                        .statusCode())
                .isEqualTo(409);
    }

    private String handSigned(ECKey key, String header) throws Exception {
        return handSigned(key, header, transfer());
    }

    private static String handSigned(ECKey key, String header, Map<String, ?> statement) throws Exception {
        var content = encode(header) + "." + encode(json(statement));
        var engine = Signature.getInstance("SHA256withECDSAinP1363Format");
        engine.initSign(key.toECPrivateKey());
        engine.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(engine.sign());
    }

    @Test
    void shouldSayWhatItIsWrittenIn() throws Exception {
        for (var path : List.of("/bills/" + id + "/acts", "/parties/" + SHIPPER + "/keys")) {
            for (var body : List.of("", signed(signerOf(SHIPPER), transfer()))) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                        .header("Authorization", "Bearer " + TestTokens.token(SHIPPER, "bills:write"))
                        .header("Idempotency-Key", key())
                        .POST(BodyPublishers.ofString(body))
                        .build();

                var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
            }
        }
    }

    @Test
    void shouldTellAnOutsiderWithAGoodKeyNothingOfABill() {
        var nowhere = UUID.randomUUID().toString();
        var seen = Stream.of(id, nowhere)
                .map(bill -> statement(BANK, bill, head, "TRANSFER", recipient(ISSUING_BANK, "TGTA")))
                .map(asked -> post(BANK, (String) asked.get("billId"), signed(signerOf(BANK), asked), key()))
                .map(answer -> answer.statusCode() + answer.asString())
                .distinct()
                .toList();

        assertThat(seen).hasSize(1).first().asString().startsWith("404");
    }

    @Test
    void shouldTellWhoHasNoKeyTheSameOfEveryBill() {
        var key = Sealer.fromJwk(Keys.newEcKeyJwk());
        var seen = Stream.of(id, UUID.randomUUID().toString())
                .map(bill -> statement(STRANGER, bill, head, "TRANSFER", recipient(BANK, "TGTA")))
                .map(asked -> post(STRANGER, (String) asked.get("billId"), signed(key, asked), key()))
                .map(answer -> answer.statusCode() + answer.asString())
                .distinct()
                .toList();

        assertThat(seen).hasSize(1).first().asString().startsWith("403");
    }

    @Test
    void shouldNotActByAKeyThatIsForManifestsOnly() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var modulus = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        var n = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(modulus, 1, modulus.length));
        var jwk = "{\"jwk\":{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + n + "\"}}";
        String keyId = putKey(SHIPPER, jwk).then().statusCode(201).extract().path("keyId");

        var header = "{\"kid\":\"%s\",\"typ\":\"act+jws\",\"alg\":\"RS256\"}".formatted(keyId);
        var content = encode(header) + "." + encode(json(transfer()));
        var engine = Signature.getInstance("SHA256withRSA");
        engine.initSign(pair.getPrivate());
        engine.update(content.getBytes(StandardCharsets.US_ASCII));
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(engine.sign());
        refused(content + "." + signature, 422, "act-signature-rejected");
    }
}
