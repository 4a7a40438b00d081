package org.tegata.cli.title;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;
import org.tegata.seal.UnverifiedJws;

/**
 * Verifies a bill's record as an outsider would, with published keys only: each seal by the register, each entry linked
 * to the one before by the SHA-256 of its seal, and in it the act signed by the party that acted, with a key that was
 * in force then, over the very head on which it happened, and recorded as it was signed.
 */
public final class ChainCheck {
    /** Reads a text of which there can be no two opinions: no member twice, nothing after the end. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> ALGORITHMS = Set.of("ES256", "EdDSA");
    /** What no party signs: the draft, and the second half of a carrier's answer. They move nothing. */
    private static final Set<String> PREPARED = Set.of("DRAFT", "START_NOTIFICATION");
    /** What another platform caused: no party acted here. */
    private static final Set<String> CAUSED_ELSEWHERE = Set.of(
            "TRANSFER_ACCEPTED",
            "TRANSFER_REFUSED",
            "SURRENDER_ARRIVED",
            "SURRENDER_RETURNED",
            "NOTIFICATION_ANSWERED",
            "RECEIVE",
            "RECEIVE_SURRENDER_FOR_DELIVERY",
            "RECEIVE_SURRENDER_FOR_AMENDMENT",
            "RECEIVE_ACCEPTANCE",
            "RECEIVE_REFUSAL");

    private final SealVerifier verifier;
    private final PartyKeys parties;

    /** With the register's published keys (a JWK set) and those of the parties. */
    public ChainCheck(String publishedJwks, PartyKeys parties) {
        this.verifier = new SealVerifier(TrustedKeys.fromJwks(publishedJwks));
        this.parties = parties;
    }

    /** With the register's keys alone: enough for {@link #payload}. */
    public ChainCheck(String publishedJwks) {
        this(publishedJwks, new PartyKeys());
    }

    /**
     * What the chain proves, or why it proves nothing.
     *
     * @param reason the first thing that is wrong, and in which entry
     * @param acts of the entries that are sound
     * @param signed how many of them the acting party itself has signed
     * @param beforeSignedActs how many were recorded for a party before the first signed act: the register's word alone
     */
    public record Result(boolean sound, String reason, List<String> acts, int signed, int beforeSignedActs) {
        public Result {
            acts = List.copyOf(acts);
        }
    }

    /** Seals in their order, oldest first. */
    public Result verify(List<String> seals) {
        Reading reading = new Reading();
        for (String seal : seals) {
            try {
                reading.next(seal);
            } catch (SealRejected | IOException | DateTimeException e) {
                return reading.result("entry " + (reading.acts.size() + 1) + ": " + e.getMessage());
            }
        }
        return reading.result(seals.isEmpty() ? "the chain is empty" : "");
    }

    /** How far the record has been read, and what was found so far. */
    private final class Reading {
        private final List<String> acts = new ArrayList<>();
        private String head = "";
        private String billId = "";
        private String platform = "";
        private int signed;
        private int beforeSignedActs;

        private void next(String seal) throws SealRejected, IOException {
            JsonNode entry = JSON.readTree(verifier.verify(seal));
            require(entry.path("previous").asText("").equals(head), "it does not follow the one before");
            require(entry.path("sequence").asInt() == acts.size() + 1, "its number is another");
            billId = billId.isEmpty() ? entry.path("billId").asText() : billId;
            require(entry.path("billId").asText().equals(billId), "it is of another bill");
            if (entry.has("signedAct")) {
                readSigned(entry);
            } else {
                readUnsigned(entry);
            }
            acts.add(entry.path("act").asText());
            head = CanonicalJson.sha256Hex(seal.getBytes(StandardCharsets.US_ASCII));
        }

        private void readSigned(JsonNode entry) throws SealRejected, IOException {
            RecordedAct recorded = new RecordedAct(statement(entry, head), entry);
            recorded.requireAsSigned();
            String here = recorded.platform();
            require(
                    platform.isEmpty() || here.isEmpty() || platform.equals(here),
                    "it was done on platform " + here + ", what was signed before on " + platform);
            platform = platform.isEmpty() ? here : platform;
            signed++;
        }

        private void readUnsigned(JsonNode entry) throws SealRejected {
            String act = entry.path("act").asText();
            if (PREPARED.contains(act)) {
                require(entry.path("transactions").isEmpty(), act + " moves something, and nobody signed it");
            } else if (!CAUSED_ELSEWHERE.contains(act)) {
                String party = entry.path("party").asText("nobody");
                require(signed == 0, "the act of " + party + " is not signed");
                beforeSignedActs++;
            }
        }

        private Result result(String reason) {
            return new Result(reason.isEmpty(), reason, acts, signed, beforeSignedActs);
        }
    }

    /** What the entry's party signed on that head, with a key of its own that was in force then. */
    private JsonNode statement(JsonNode entry, String head) throws SealRejected, IOException {
        String party = entry.path("party").asText("");
        String signedAct = entry.path("signedAct").asText("");
        UnverifiedJws claimed = UnverifiedJws.read(signedAct);
        String keyId = String.valueOf(claimed.keyId());
        require(ALGORITHMS.contains(claimed.algorithm()), "no act is signed with " + claimed.algorithm());
        PartyKeys.Published key =
                parties.find(party, keyId).orElseThrow(() -> new SealRejected("key " + keyId + " is none of " + party));
        JsonNode statement = JSON.readTree(key.key().verify(signedAct, Statement.TYPE));
        require(statement.path("actor").asText().equals(party), "another party signed it");
        // a UUID may be signed in capitals (RFC 9562, section 4)
        require(
                statement
                        .path("billId")
                        .asText()
                        .equalsIgnoreCase(entry.path("billId").asText()),
                "what was signed is about another bill");
        require(statement.path("head").asText().equals(head), "what was signed builds on another head");
        Instant recordedAt = Instant.parse(entry.path("recordedAt").asText());
        require(key.wasInForce(recordedAt), "key " + keyId + " of " + party + " was not in force then");
        return statement;
    }

    private static void require(boolean holds, String otherwise) throws SealRejected {
        if (!holds) {
            throw new SealRejected(otherwise);
        }
    }

    /** The payload of one seal as JSON, if a published key made the seal; a missing node otherwise. */
    public JsonNode payload(String seal) {
        try {
            return JSON.readTree(verifier.verify(seal));
        } catch (SealRejected | IOException e) {
            return JSON.missingNode();
        }
    }
}
