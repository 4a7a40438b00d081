package org.tegata.bl.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * The platform TGTB and the gateway between, as far as the register sees them. Signatures are made up: the gateway
 * verifies them, the register only compares.
 */
final class OtherPlatform {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> entries = new ArrayList<>();
    final List<JsonNode> transactions = new ArrayList<>();
    String transportDocument = "";
    String manifest = jws("manifest");

    @Nullable
    Map<String, Object> visualisation;

    private Instant clock = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** Takes the envelope that the register has due, as its gateway would send it. */
    Outgoing fetch(String billId) {
        var response = Registry.gateway().get("/gateway/bills/" + billId + "/outgoing");
        response.then().statusCode(200);
        var json = read(response.asString());
        transportDocument = json.get("transportDocument").textValue();
        manifest = json.get("issuanceManifestSignedContent").textValue();
        List<String> chain = new ArrayList<>();
        json.get("receivedEntries").forEach(entry -> chain.add(entry.textValue()));
        List<JsonNode> news = new ArrayList<>();
        json.get("transactions").forEach(news::add);
        chain.add(jws("entry by TGTA with " + json.get("transactions")));
        return new Outgoing(json.get("envelopeId").textValue(), chain, news);
    }

    /** An envelope of the register: its whole chain, and the transactions of the last entry. */
    record Outgoing(String envelopeId, List<String> chain, List<JsonNode> news) {}

    /** Takes the bill over. */
    void accept(Outgoing envelope) {
        entries.clear();
        entries.addAll(envelope.chain());
        transactions.addAll(envelope.news());
    }

    static Response answer(String billId, Outgoing envelope, String code) {
        boolean accepted = code.equals("RECE") || code.equals("DUPE");
        Map<String, Object> body = new HashMap<>();
        body.put("envelopeId", envelope.envelopeId());
        body.put("accepted", accepted);
        body.put("responseCode", code);
        body.put("signedResponse", jws("answer " + code + envelope.envelopeId()));
        body.put("entries", envelope.chain());
        return Registry.gateway().body(body).post("/gateway/bills/" + billId + "/outcome");
    }

    /** A transaction on this platform, in an entry of its own. */
    OtherPlatform acts(
            String code,
            PartyId actor,
            String actorPlatform,
            @Nullable PartyId recipient,
            @Nullable String recipientPlatform) {
        var transaction = transaction(code, actor, actorPlatform, recipient, recipientPlatform);
        transactions.add(transaction);
        entries.add(jws("entry by TGTB with " + transaction));
        return this;
    }

    JsonNode transaction(
            String code,
            PartyId actor,
            String actorPlatform,
            @Nullable PartyId recipient,
            @Nullable String recipientPlatform) {
        clock = clock.plusMillis(777);
        var transaction = JSON.createObjectNode();
        transaction.put("actionCode", code);
        transaction.set("actor", party(actor, actorPlatform));
        if (recipient != null && recipientPlatform != null) {
            transaction.set("recipient", party(recipient, recipientPlatform));
        }
        transaction.put("actionDateTime", clock.toString());
        return transaction;
    }

    private static ObjectNode party(PartyId party, String platform) {
        var json = JSON.createObjectNode();
        json.put("partyName", "Party " + party.partyCode());
        json.put("eblPlatform", platform);
        // what we have no word for must not disturb
        json.putArray("taxLegalReferences");
        json.putArray("identifyingCodes")
                .addObject()
                .put("codeListProvider", party.codeListProvider())
                .put("partyCode", party.partyCode());
        return json;
    }

    Response send() {
        return send(entries, transactions, "");
    }

    Response send(List<String> chain, List<JsonNode> all, String query) {
        return Registry.gateway().body(body(chain, all).toString()).post("/gateway/received-envelopes" + query);
    }

    ObjectNode body() {
        return body(entries, transactions);
    }

    private ObjectNode body(List<String> chain, List<JsonNode> all) {
        var body = JSON.createObjectNode();
        body.put("sendingPlatform", "TGTB");
        body.put("transportDocument", transportDocument);
        body.put("issuanceManifestSignedContent", manifest);
        var jwss = body.putArray("entries");
        chain.forEach(jwss::add);
        var decoded = body.putArray("transactions");
        all.forEach(decoded::add);
        if (visualisation != null) {
            body.set("visualisation", JSON.valueToTree(visualisation));
        }
        return body;
    }

    static String jws(String payload) {
        return encode("{\"alg\":\"ES256\"}") + "." + encode(payload) + "." + encode("signature");
    }

    static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
