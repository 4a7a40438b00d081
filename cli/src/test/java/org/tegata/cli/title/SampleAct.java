package org.tegata.cli.title;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.tegata.seal.CanonicalJson;

/** What a party signs, and what a register of platform TGTA records of it. */
final class SampleAct {
    static final String BANK = "GLEIF:TGTACONFBANK00000187";
    static final String MANIFEST = "e30.e30.c2ln";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> CODES = Map.of(
            "REJECT_TRANSFER", "TRANSFER",
            "PLEDGE", "TRANSFER",
            "RELEASE", "TRANSFER",
            "ACCEPT_SURRENDER", "SACC",
            "SWITCH_TO_PAPER", "SACC",
            "REFUSE_SURRENDER", "SREJ");
    private static final Map<String, String> OWN_WORDS = Map.of(
            "REJECT_TRANSFER", "Transfer rejected",
            "PLEDGE", "Pledge",
            "RELEASE", "Release of pledge");
    private static final Set<String> NAMING = Set.of("TRANSFER", "PLEDGE", "ENDORSE", "ENDORSE_TO_ORDER");
    private static final Set<String> ELSEWHERE = Set.of(
            "START_TRANSFER",
            "SEND_SURRENDER_FOR_DELIVERY",
            "SEND_SURRENDER_FOR_AMENDMENT",
            "REFUSE_SURRENDER_FROM_ELSEWHERE");

    private SampleAct() {}

    /** The statement, with what its act needs. */
    static Statement signed(Statement statement, String declared, String recorded) {
        boolean away = ELSEWHERE.contains(recorded);
        Statement naming = NAMING.contains(declared)
                ? statement.to(BANK, away ? "Bank there" : null, away ? "TGTB" : null)
                : statement;
        return switch (declared) {
            case "ISSUE" -> naming.with("issuanceManifestSignedContent", MANIFEST);
            case "SWITCH_TO_PAPER" -> naming.with("originals", 3).with("place", "Kobe");
            default -> naming;
        };
    }

    /** The same as the register records it. */
    static ObjectNode record(ObjectNode entry, String declared, String recorded, String actor) {
        entry.put("act", recorded);
        if (declared.equals("VOID")) {
            entry.putArray("transactions");
            return entry;
        }
        boolean away = ELSEWHERE.contains(recorded);
        ObjectNode transaction = entry.putArray("transactions").addObject();
        transaction.put("actionCode", CODES.getOrDefault(declared, declared));
        party(transaction.putObject("actor"), "Actor", "TGTA", actor);
        if (!declared.equals("SIGN") && !declared.equals("BLANK_ENDORSE")) {
            party(transaction.putObject("recipient"), "Bank there", away ? "TGTB" : "TGTA", BANK);
        }
        if (OWN_WORDS.containsKey(declared)) {
            transaction.put("comments", OWN_WORDS.get(declared));
        }
        if (declared.equals("ISSUE")) {
            entry.put("issuanceManifestChecksum", CanonicalJson.sha256Hex(MANIFEST.getBytes(StandardCharsets.UTF_8)));
        }
        if (declared.equals("SWITCH_TO_PAPER")) {
            entry.putObject("changeOfMedium")
                    .put("direction", "TO_PAPER")
                    .put("originals", 3)
                    .put("place", "Kobe");
        }
        return entry;
    }

    private static void party(ObjectNode node, String name, String platform, String party) {
        node.put("partyName", name).put("eblPlatform", platform);
        node.putArray("identifyingCodes")
                .addObject()
                .put("codeListProvider", party.split(":")[0])
                .put("partyCode", party.split(":")[1])
                .put("codeListName", "LEI");
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
