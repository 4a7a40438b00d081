package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tegata.access.PartyId;
import org.tegata.bill.BillReader;
import org.tegata.embedded.TestTokens;
import org.tegata.seal.CanonicalJson;
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

    static final String NO_HEAD = "0".repeat(64);

    private static final RestAssuredConfig JOSE_AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/jose", ContentType.TEXT)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));
    private static final Map<PartyId, Sealer> SIGNERS = new ConcurrentHashMap<>();
    private static final Path SAMPLE = Path.of("../examples/trade/bill-of-lading.xml");
    private static final String SAMPLE_NUMBER = "SOLU2026KOB00817";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BillReader BILLS = new BillReader();
    private static final AtomicInteger NUMBERS =
            new AtomicInteger((int) (System.nanoTime() / 1_000_000 % 1_000_000) * 100);
    private static boolean registered;

    private Registry() {}

    static RequestSpecification as(PartyId party, String... scopes) {
        return given().config(JOSE_AS_TEXT)
                .auth()
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
        for (var party : new PartyId[] {CARRIER, SHIPPER, BANK, ISSUING_BANK}) {
            register(party);
            putKey(party, signerOf(party)).then().statusCode(201);
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

    /** The key by which a party signs when a test does not say otherwise; every other one is Ed25519. */
    static Sealer signerOf(PartyId party) {
        if (party.equals(CARRIER)) {
            return CARRIERS_KEY;
        }
        boolean edwards = party.equals(SHIPPER) || party.equals(ISSUING_BANK);
        return SIGNERS.computeIfAbsent(
                party, p -> Sealer.fromJwk(edwards ? Keys.newEd25519KeyJwk() : Keys.newEcKeyJwk()));
    }

    static Response putKey(PartyId party, Sealer key) {
        return putKey(party, "{\"jwk\":" + key.publicJwk() + "}");
    }

    static Response putKey(PartyId party, String body) {
        return as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/parties/" + party + "/keys");
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

    /** The sample as DCSA's transport document. */
    static ObjectNode transportDocument(String number) {
        return transportDocument(xml(number));
    }

    static ObjectNode transportDocument(byte[] xml) {
        return Objects.requireNonNull(BILLS.xml(xml).transportDocument());
    }

    /** The same in RFC 8785 form. */
    static String json(String number) {
        return new String(CanonicalJson.of(transportDocument(number).toString()), StandardCharsets.UTF_8);
    }

    static Response draftJson(String json) {
        return as(CARRIER)
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/bills");
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

    /** The head of the bill when it had that version; whoever may not read it may have been told by the carrier. */
    static String head(PartyId party, String id, long version) {
        var read = read(party, id);
        if (read.statusCode() != 200) {
            return party.equals(CARRIER) ? NO_HEAD : head(CARRIER, id, version);
        }
        List<String> heads = read.path("chain.checksum");
        return version > heads.size() ? NO_HEAD : heads.get((int) version - 1);
    }

    static String head(PartyId party, String id) {
        return read(party, id).path("head");
    }

    static Map<String, Object> statement(PartyId party, String id, String head, String act, Map<String, ?> more) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("billId", id);
        statement.put("head", head);
        statement.put("act", act);
        statement.put("actor", party.toString());
        statement.put("signedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        statement.putAll(more);
        return statement;
    }

    static String signed(Sealer key, Map<String, ?> statement) {
        return key.seal("act+jws", json(statement).getBytes(StandardCharsets.UTF_8));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Acts on the bill as it was at that version, signed with the party's own key. */
    static Response act(PartyId party, String id, long version, String act, Map<String, ?> more) {
        return act(party, id, version, act, more, key());
    }

    static Response act(PartyId party, String id, long version, String act, Map<String, ?> more, String key) {
        var statement = statement(party, id, head(party, id, version), act, more);
        return post(party, id, signed(signerOf(party), statement), key);
    }

    static Response post(PartyId party, String id, String jws, String key) {
        return as(party)
                .header("Idempotency-Key", key)
                .contentType("application/jose")
                .body(jws)
                .post("/bills/" + id + "/acts");
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
        return issued(newNumber());
    }

    static String issued(String number) {
        register();
        var draft = draft(xml(number)).then().statusCode(201).extract().response();
        String id = draft.path("id");
        issue(draft, Map.of()).then().statusCode(200);
        return id;
    }

    static Response issue(Response draft, Map<String, ?> more) {
        Map<String, Object> members = new HashMap<>(more);
        members.put("issuanceManifestSignedContent", CARRIERS_KEY.seal(manifest(draft)));
        return act(CARRIER, draft.path("id"), 1, "ISSUE", members);
    }

    static Map<String, Object> recipient(PartyId party, String platform) {
        Map<String, Object> recipient = new HashMap<>();
        recipient.put("party", party.toString());
        recipient.put("partyName", "Party " + party.partyCode());
        recipient.put("eblPlatform", platform);
        return Map.of("recipient", recipient);
    }

    static Response transfer(PartyId from, PartyId to, String id, long version) {
        return act(from, id, version, "TRANSFER", recipient(to, "TGTA"));
    }

    static Response send(PartyId from, PartyId to, String id, long version) {
        return act(from, id, version, "TRANSFER", recipient(to, "TGTB"));
    }

    static Response endorse(PartyId from, String code, PartyId to, String id, long version) {
        return act(
                from,
                id,
                version,
                code,
                to == null ? Map.of() : Map.of("recipient", Map.of("party", to.toString(), "partyName", "X")));
    }

    static Response surrender(PartyId from, String id, long version) {
        return act(from, id, version, "SURRENDER_FOR_DELIVERY", Map.of());
    }

    static Response read(PartyId party, String id) {
        return as(party).get("/bills/" + id);
    }
}
