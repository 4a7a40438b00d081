package org.tegata.cli.title;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;
import org.tegata.seal.UnverifiedJws;

/**
 * Verifies a bill's record as an outsider would, with published keys only: each seal by the register, each entry linked
 * to the one before by the SHA-256 of its seal, and in it the act signed by the party that acted, with a key that was
 * in force then, over the very head on which it happened.
 */
public final class ChainCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ALGORITHMS = Set.of("ES256", "EdDSA");
    /** What the register writes without a signed act: the draft, and the second half of a carrier's answer. */
    private static final Set<String> UNSIGNED = Set.of("DRAFT", "START_NOTIFICATION");
    /** What an act is called in the record, where that is not the word of the statement. */
    private static final Map<String, Set<String>> RECORDED_AS = Map.of(
            "TRANSFER", Set.of("TRANSFER", "START_TRANSFER"),
            "ENDORSE_TO_ORDER", Set.of("ENDORSE"),
            "BLANK_ENDORSE", Set.of("ENDORSE"),
            "SURRENDER_FOR_DELIVERY", Set.of("SURRENDER_FOR_DELIVERY", "SEND_SURRENDER_FOR_DELIVERY"),
            "SURRENDER_FOR_AMENDMENT", Set.of("SURRENDER_FOR_AMENDMENT", "SEND_SURRENDER_FOR_AMENDMENT"),
            "REFUSE_SURRENDER",
                    Set.of("REFUSE_SURRENDER", "REFUSE_SURRENDER_BY_PLEDGEE", "REFUSE_SURRENDER_FROM_ELSEWHERE"));

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
     */
    public record Result(boolean sound, String reason, List<String> acts, int signed) {
        public Result {
            acts = List.copyOf(acts);
        }
    }

    /** Seals in their order, oldest first. */
    public Result verify(List<String> seals) {
        List<String> acts = new ArrayList<>();
        int signed = 0;
        String previous = "";
        String billId = "";
        for (String seal : seals) {
            try {
                JsonNode entry = JSON.readTree(verifier.verify(seal));
                require(entry.path("previous").asText("").equals(previous), "it does not follow the one before");
                require(entry.path("sequence").asInt() == acts.size() + 1, "its number is another");
                billId = billId.isEmpty() ? entry.path("billId").asText() : billId;
                require(entry.path("billId").asText().equals(billId), "it is of another bill");
                signed += isSignedByItsActor(entry, previous) ? 1 : 0;
                acts.add(entry.path("act").asText());
                previous = sha256Hex(seal);
            } catch (SealRejected | IOException | DateTimeException e) {
                return new Result(false, "entry " + (acts.size() + 1) + ": " + e.getMessage(), acts, signed);
            }
        }
        return new Result(!acts.isEmpty(), acts.isEmpty() ? "the chain is empty" : "", acts, signed);
    }

    private boolean isSignedByItsActor(JsonNode entry, String head) throws SealRejected, IOException {
        String party = entry.path("party").asText("");
        String act = entry.path("act").asText();
        String signedAct = entry.path("signedAct").asText("");
        if (signedAct.isEmpty()) {
            require(party.isEmpty() || UNSIGNED.contains(act), "the act of " + party + " is not signed");
            return false;
        }
        UnverifiedJws claimed = UnverifiedJws.read(signedAct);
        String keyId = String.valueOf(claimed.keyId());
        require(ALGORITHMS.contains(claimed.algorithm()), "no act is signed with " + claimed.algorithm());
        PartyKeys.Published key =
                parties.find(party, keyId).orElseThrow(() -> new SealRejected("key " + keyId + " is none of " + party));
        JsonNode statement = JSON.readTree(key.key().verify(signedAct, Statement.TYPE));
        require(statement.path("actor").asText().equals(party), "another party signed it");
        require(statement.path("billId").equals(entry.path("billId")), "what was signed is about another bill");
        require(statement.path("head").asText().equals(head), "what was signed builds on another head");
        String declared = statement.path("act").asText();
        require(
                RECORDED_AS.getOrDefault(declared, Set.of(declared)).contains(act),
                declared + " was signed, " + act + " is recorded");
        require(names(entry, statement.path("recipient")), "another recipient was signed than is recorded");
        Instant recordedAt = Instant.parse(entry.path("recordedAt").asText());
        require(key.wasInForce(recordedAt), "key " + keyId + " of " + party + " was not in force then");
        return true;
    }

    /** Whether the entry records the recipient that the party signed for; many acts have none of the party's choice. */
    private static boolean names(JsonNode entry, JsonNode recipient) {
        if (recipient.isMissingNode() || recipient.isNull()) {
            return true;
        }
        JsonNode recorded = entry.path("transactions").path(0).path("recipient");
        boolean here = !recipient.hasNonNull("eblPlatform")
                || recipient.path("eblPlatform").equals(recorded.path("eblPlatform"));
        String party = recipient.path("party").asText();
        return here
                && entry.path("transactions").size() == 1
                && StreamSupport.stream(recorded.path("identifyingCodes").spliterator(), false)
                        .anyMatch(code -> party.equals(code.path("codeListProvider")
                                        .asText() + ":" + code.path("partyCode").asText()));
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

    private static String sha256Hex(String seal) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(seal.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
