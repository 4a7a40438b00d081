package org.tegata.cli.title;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.SealRejected;

/**
 * What a party signed (MLETR art. 9: who, and with what intent), held against what the register recorded of it, member
 * by member: nothing that was signed may be left out, and nothing that a party decides may be added.
 */
record RecordedAct(JsonNode statement, JsonNode entry) {
    private static final Set<String> MEMBERS = Set.of(
            "billId",
            "head",
            "act",
            "actor",
            "signedAt",
            "place",
            "recipient",
            "reasonCode",
            "comments",
            "originals",
            "issuanceManifestSignedContent");
    private static final Set<String> OF_RECIPIENT = Set.of("party", "partyName", "eblPlatform");
    /** Between two parties of the platform on which it is done. */
    private static final Set<String> HERE = Set.of(
            "TRANSFER",
            "PLEDGE",
            "SURRENDER_FOR_DELIVERY",
            "SURRENDER_FOR_AMENDMENT",
            "REFUSE_SURRENDER",
            "REFUSE_SURRENDER_BY_PLEDGEE");
    /** To a party of another platform. */
    private static final Set<String> ELSEWHERE = Set.of(
            "START_TRANSFER",
            "SEND_SURRENDER_FOR_DELIVERY",
            "SEND_SURRENDER_FOR_AMENDMENT",
            "REFUSE_SURRENDER_FROM_ELSEWHERE");

    /** Who decides to whom an act is done. */
    private enum Recipient {
        SIGNED,
        /** Follows from the bill: the carrier, the pledgor, whoever surrendered. */
        FOLLOWS,
        NONE
    }

    /** The words of a statement, DCSA's action code of each, and what the entry is called. */
    private enum Declared {
        ISSUE("ISSUE", Recipient.FOLLOWS, "ISSUE"),
        TRANSFER("TRANSFER", Recipient.SIGNED, "TRANSFER", "START_TRANSFER"),
        REJECT_TRANSFER("TRANSFER", Recipient.FOLLOWS, "REJECT_TRANSFER"),
        ENDORSE("ENDORSE", Recipient.SIGNED, "ENDORSE"),
        ENDORSE_TO_ORDER("ENDORSE_TO_ORDER", Recipient.SIGNED, "ENDORSE"),
        BLANK_ENDORSE("BLANK_ENDORSE", Recipient.NONE, "ENDORSE"),
        SIGN("SIGN", Recipient.NONE, "SIGN"),
        PLEDGE("TRANSFER", Recipient.SIGNED, "PLEDGE"),
        RELEASE("TRANSFER", Recipient.FOLLOWS, "RELEASE"),
        SURRENDER_FOR_DELIVERY(
                "SURRENDER_FOR_DELIVERY", Recipient.FOLLOWS, "SURRENDER_FOR_DELIVERY", "SEND_SURRENDER_FOR_DELIVERY"),
        SURRENDER_FOR_AMENDMENT(
                "SURRENDER_FOR_AMENDMENT",
                Recipient.FOLLOWS,
                "SURRENDER_FOR_AMENDMENT",
                "SEND_SURRENDER_FOR_AMENDMENT"),
        ACCEPT_SURRENDER("SACC", Recipient.FOLLOWS, "ACCEPT_SURRENDER"),
        REFUSE_SURRENDER(
                "SREJ",
                Recipient.FOLLOWS,
                "REFUSE_SURRENDER",
                "REFUSE_SURRENDER_BY_PLEDGEE",
                "REFUSE_SURRENDER_FROM_ELSEWHERE"),
        SWITCH_TO_PAPER("SACC", Recipient.FOLLOWS, "SWITCH_TO_PAPER"),
        /** The one that leaves no transaction in DCSA's chain. */
        VOID("", Recipient.NONE, "VOID");

        private final String actionCode;
        private final Recipient recipient;
        private final Set<String> recordedAs;

        Declared(String actionCode, Recipient recipient, String... recordedAs) {
            this.actionCode = actionCode;
            this.recipient = recipient;
            this.recordedAs = Set.of(recordedAs);
        }

        private int transactions() {
            return this == VOID ? 0 : 1;
        }

        /** What the register writes as comments where DCSA's action code does not tell the act. */
        private JsonNode comments(JsonNode signed) {
            return switch (this) {
                case PLEDGE -> TextNode.valueOf("Pledge");
                case RELEASE -> TextNode.valueOf("Release of pledge");
                case REJECT_TRANSFER -> signed.isMissingNode() ? TextNode.valueOf("Transfer rejected") : signed;
                default -> signed;
            };
        }

        private static Optional<Declared> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(word))
                    .findFirst();
        }
    }

    /** Names the first difference, if there is one. */
    void requireAsSigned() throws SealRejected {
        requireOnly(statement, MEMBERS);
        requireOnly(statement.path("recipient"), OF_RECIPIENT);
        String word = statement.path("act").asText();
        String recorded = entry.path("act").asText();
        Declared act = Declared.of(word)
                .filter(each -> each.recordedAs.contains(recorded))
                .orElseThrow(() -> new SealRejected(word + " was signed, " + recorded + " is recorded"));
        int transactions = entry.path("transactions").size();
        require(
                transactions == act.transactions(),
                word + " was signed, " + transactions + " transactions are recorded");
        if (transactions > 0) {
            requireCodeAndActor(act);
        }
        requireRecipient(act, recorded);
        requireSame("reasonCode", statement.path("reasonCode"), transaction().path("reasonCode"));
        requireSame(
                "comments",
                act.comments(statement.path("comments")),
                transaction().path("comments"));
        requireChangeOfMedium(act);
        requireManifest();
    }

    /** The platform on which the actor acted, which is that of the register; empty where the entry does not say it. */
    String platform() {
        return transaction().at("/actor/eblPlatform").asText("");
    }

    private JsonNode transaction() {
        return entry.path("transactions").path(0);
    }

    private void requireCodeAndActor(Declared act) throws SealRejected {
        String code = transaction().path("actionCode").asText();
        require(code.equals(act.actionCode), act + " was signed, the transaction is " + code);
        String actor = statement.path("actor").asText();
        boolean named = false;
        for (JsonNode one : transaction().at("/actor/identifyingCodes")) {
            named |= actor.equals(written(one));
        }
        require(named, "another actor signed than the transaction names");
        require(!platform().isEmpty(), "the transaction does not name the platform of its actor");
    }

    private void requireRecipient(Declared act, String recordedAct) throws SealRejected {
        JsonNode signed = statement.path("recipient");
        JsonNode recorded = transaction().path("recipient");
        String there = recorded.path("eblPlatform").asText("");
        require(
                act.recipient == Recipient.SIGNED ? signed.isObject() : signed.isMissingNode(),
                act + " was signed "
                        + (act.recipient == Recipient.SIGNED ? "without a recipient" : "with a recipient"));
        if (act.recipient == Recipient.SIGNED) {
            requireNamed(signed, recorded, there);
        }
        require(
                act.recipient != Recipient.NONE || recorded.isMissingNode(),
                "a recipient is recorded that nobody signed");
        require(act.recipient == Recipient.NONE || recorded.isObject(), "no recipient is recorded");
        boolean stays = there.equals(platform());
        require(!HERE.contains(recordedAct) || stays, recordedAct + " is recorded to another platform, " + there);
        require(
                !ELSEWHERE.contains(recordedAct) || !stays,
                recordedAct + " is recorded to the same platform, " + there);
    }

    private void requireNamed(JsonNode signed, JsonNode recorded, String there) throws SealRejected {
        JsonNode codes = recorded.path("identifyingCodes");
        require(
                codes.size() == 1
                        && written(codes.path(0)).equals(signed.path("party").asText()),
                "another recipient was signed than is recorded");
        String platform = signed.path("eblPlatform").asText(platform());
        require(platform.equals(there), "a recipient on " + platform + " was signed, one on " + there + " is recorded");
        if (!there.equals(platform())) {
            // of a party of its own platform the register knows the name
            requireSame("recipient.partyName", signed.path("partyName"), recorded.path("partyName"));
        }
    }

    private void requireChangeOfMedium(Declared act) throws SealRejected {
        JsonNode recorded = entry.path("changeOfMedium");
        requireSame("originals", statement.path("originals"), recorded.path("originals"));
        if (recorded.isMissingNode()) {
            return;
        }
        requireSame("place", statement.path("place"), recorded.path("place"));
        String direction = recorded.path("direction").asText();
        require(
                direction.equals(act == Declared.SWITCH_TO_PAPER ? "TO_PAPER" : "FROM_PAPER"),
                act + " was signed, a change " + direction + " is recorded");
    }

    private void requireManifest() throws SealRejected {
        JsonNode signed = statement.path("issuanceManifestSignedContent");
        String checksum = signed.isMissingNode()
                ? ""
                : CanonicalJson.sha256Hex(signed.asText().getBytes(StandardCharsets.UTF_8));
        require(
                checksum.equals(entry.path("issuanceManifestChecksum").asText("")),
                "another issuance manifest was signed than is recorded");
    }

    /** The code of a party as statements write it. */
    private static String written(JsonNode code) {
        return code.path("codeListProvider").asText() + ":"
                + code.path("partyCode").asText();
    }

    private static void requireOnly(JsonNode signed, Set<String> known) throws SealRejected {
        for (var names = signed.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            require(known.contains(name), "a member was signed that no act has: " + name);
        }
    }

    private static void requireSame(String member, JsonNode signed, JsonNode recorded) throws SealRejected {
        require(signed.equals(recorded), "other " + member + " signed than recorded");
    }

    private static void require(boolean holds, String otherwise) throws SealRejected {
        if (!holds) {
            throw new SealRejected(otherwise);
        }
    }
}
