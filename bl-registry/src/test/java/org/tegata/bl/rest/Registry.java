package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tegata.access.PartyId;
import org.tegata.embedded.TestTokens;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** The register as its clients call it. */
final class Registry {

    static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");
    static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");
    static final PartyId BANK = PartyId.ofLei("TGTACONFBANK00000187");
    static final PartyId ISSUING_BANK = PartyId.ofLei("TGTAISSUBANK00000116");
    static final PartyId IMPORTER = PartyId.ofLei("TGTBIMPORTER00000164");
    static final PartyId STRANGER = PartyId.ofLei("TGTASTRANGER00000157");
    static final PartyId OPERATOR = PartyId.ofLei("TGTAPLATFORM00000167");

    static final Sealer CARRIERS_KEY = Sealer.fromJwk(Keys.newEcKeyJwk());

    private static final Path SAMPLE = Path.of("../examples/trade/bill-of-lading.xml");
    private static final String SAMPLE_NUMBER = "SOLU2026KOB00817";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 1_000_000) * 100);
    private static boolean registered;

    private Registry() {}

    static RequestSpecification as(PartyId party, String... scopes) {
        return given().auth()
                .oauth2(TestTokens.token(
                        party, scopes.length > 0 ? scopes : new String[] {"bills:read", "bills:write", "bills:issue"}));
    }

    static RequestSpecification gateway() {
        return as(OPERATOR, "bills:gateway").contentType(ContentType.JSON);
    }

    static synchronized void register() {
        if (registered) {
            return;
        }
        putCarrier(CARRIERS_KEY);
        for (var party : new PartyId[] {SHIPPER, BANK, ISSUING_BANK}) {
            register(party);
        }
        registered = true;
    }

    static void register(PartyId party) {
        as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Party " + party.partyCode()))
                .put("/parties/" + party)
                .then()
                .statusCode(200);
    }

    static void putCarrier(Sealer key) {
        as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Setouchi Ocean Line\",\"jwks\":" + key.publicJwks() + "}")
                .put("/carriers/" + CARRIER)
                .then()
                .statusCode(200);
    }

    static String newNumber() {
        return "TST" + NUMBERS.incrementAndGet();
    }

    static byte[] xml(String number) {
        return text().replace(SAMPLE_NUMBER, number).getBytes(StandardCharsets.UTF_8);
    }

    static String text() {
        try {
            return Files.readString(SAMPLE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Response draft(byte[] xml) {
        return as(CARRIER)
                .header("Idempotency-Key", key())
                .contentType("application/xml")
                .body(xml)
                .post("/bills");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Response act(PartyId party, String id, long version, String act, Map<String, ?> body) {
        return act(party, id, version, act, body, key());
    }

    static Response act(PartyId party, String id, long version, String act, Map<String, ?> body, String key) {
        return as(party)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/bills/" + id + "/" + act);
    }

    static String manifest(Response draft) {
        try {
            var manifest = JSON.readTree(draft.asString()).at("/issuance/issuanceManifest");
            return JSON.writeValueAsString(manifest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A bill issued to the shipper, at version 2. */
    static String issued() {
        register();
        var draft = draft(xml(newNumber())).then().statusCode(201).extract().response();
        String id = draft.path("id");
        act(CARRIER, id, 1, "issue", Map.of("issuanceManifestSignedContent", CARRIERS_KEY.seal(manifest(draft))))
                .then()
                .statusCode(200);
        return id;
    }

    static Map<String, Object> recipient(PartyId party, String platform) {
        Map<String, Object> recipient = new HashMap<>();
        recipient.put("party", party.toString());
        recipient.put("partyName", "Party " + party.partyCode());
        recipient.put("eblPlatform", platform);
        return Map.of("recipient", recipient);
    }

    static Response transfer(PartyId from, PartyId to, String id, long version) {
        return act(from, id, version, "transfers", recipient(to, "TGTA"));
    }

    static Response send(PartyId from, PartyId to, String id, long version) {
        return act(from, id, version, "transfers", recipient(to, "TGTB"));
    }

    static Response endorse(PartyId from, String code, PartyId to, String id, long version) {
        return act(
                from,
                id,
                version,
                "endorsements",
                to == null
                        ? Map.of("actionCode", code)
                        : Map.of("actionCode", code, "endorsee", Map.of("party", to.toString(), "partyName", "X")));
    }

    static Response surrender(PartyId from, String id, long version) {
        return act(from, id, version, "surrender", Map.of("actionCode", "SURRENDER_FOR_DELIVERY"));
    }

    static Response read(PartyId party, String id) {
        return as(party).get("/bills/" + id);
    }
}
