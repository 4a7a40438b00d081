package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.bl.domain.ActStatement;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.NamedRecipient;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.TitleAct;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * The statement that a party signs in order to act, as JSON. It is evidence, so it is read strictly: nothing in it is
 * ignored, and nothing is said by it that does not belong to its act. Lengths are those of DCSA PINT 3.0.0.
 */
public final class StatementJson {

    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_COMMENT = 255;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_MANIFEST = 32 * 1024;

    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BILL_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern PLATFORM = Pattern.compile("[A-Z0-9]{1,4}");

    private static final List<String> ALWAYS = List.of("billId", "head", "act", "actor", "signedAt", "place");
    private static final List<String> OF_RECIPIENT = List.of("party", "partyName", "eblPlatform");

    private StatementJson() {}

    /** The statement; refuses with malformed-request what is not one. It may lack {@code signedAt}. */
    public static ActStatement read(byte[] utf8) {
        var json = object(utf8);
        var act = code(TitleAct.class, required(json, "act"), "act");
        var known = new ArrayList<>(ALWAYS);
        known.addAll(membersOf(act));
        requireOnly(json, known, act.name());
        return new ActStatement(
                UUID.fromString(matching(required(json, "billId"), BILL_ID, "billId is a UUID")),
                matching(required(json, "head"), HEAD, "head is a SHA-256, 64 lower-case hex digits"),
                act,
                party(required(json, "actor"), "actor"),
                recipient(json.get("recipient")),
                reason(json),
                text(json, "comments", LONGEST_COMMENT),
                time(json),
                text(json, "place", LONGEST_PLACE),
                originals(json.get("originals")),
                text(json, "issuanceManifestSignedContent", LONGEST_MANIFEST));
    }

    private static List<String> membersOf(TitleAct act) {
        return switch (act) {
            case ISSUE -> List.of("issuanceManifestSignedContent", "originals");
            case TRANSFER, PLEDGE, ENDORSE, ENDORSE_TO_ORDER -> List.of("recipient");
            case REJECT_TRANSFER, SURRENDER_FOR_DELIVERY, REFUSE_SURRENDER -> List.of("comments");
            case SURRENDER_FOR_AMENDMENT -> List.of("reasonCode", "comments");
            case SWITCH_TO_PAPER -> List.of("originals");
            case BLANK_ENDORSE, SIGN, RELEASE, ACCEPT_SURRENDER, VOID -> List.of();
        };
    }

    private static ObjectNode object(byte[] utf8) {
        if (utf8.length > MOST_BYTES) {
            throw malformed("the statement is longer than " + MOST_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw malformed("the statement is not UTF-8");
        }
        var outcome = JsonText.read(text);
        if (outcome.tree() instanceof ObjectNode read) {
            return read;
        }
        var refusal = outcome.refusal();
        throw malformed("the statement " + (refusal == null ? "is not a JSON object" : refusal));
    }

    private static void requireOnly(JsonNode json, List<String> known, String what) {
        for (var names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!known.contains(name)) {
                throw malformed(what + " has no member " + (TransactionJson.isPlain(name) ? name : "of that name"));
            }
        }
    }

    private static @Nullable NamedRecipient recipient(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (!json.isObject()) {
            throw malformed("recipient is not an object");
        }
        requireOnly(json, OF_RECIPIENT, "recipient");
        var platform = text(json, "eblPlatform");
        return new NamedRecipient(
                party(required(json, "party"), "recipient.party"),
                text(json, "partyName", LONGEST_NAME),
                platform == null
                        ? null
                        : matching(platform, PLATFORM, "eblPlatform is up to four capital letters or digits"));
    }

    private static @Nullable SurrenderReason reason(JsonNode json) {
        var reason = text(json, "reasonCode");
        return reason == null ? null : code(SurrenderReason.class, reason, "reasonCode");
    }

    private static @Nullable Integer originals(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (!json.isInt() || json.intValue() < 1 || json.intValue() > ChangeOfMedium.MOST_ORIGINALS) {
            throw malformed("originals is a whole number from 1 to " + ChangeOfMedium.MOST_ORIGINALS);
        }
        return json.intValue();
    }

    private static @Nullable Instant time(JsonNode json) {
        var text = text(json, "signedAt");
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(matching(text, TIME, "signedAt is an RFC 3339 time in UTC, ending in Z"))
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noSuchTime) {
            throw malformed("signedAt is no time that there is");
        }
    }

    private static PartyId party(String text, String member) {
        try {
            return PartyId.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw malformed(member + ": " + unreadable.getMessage());
        }
    }

    private static <E extends Enum<E>> E code(Class<E> type, String text, String member) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw malformed(member + " is not a code known here");
        }
    }

    private static String matching(String text, Pattern pattern, String otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw malformed(otherwise);
        }
        return text;
    }

    private static String required(JsonNode json, String member) {
        var text = text(json, member);
        if (text == null) {
            throw malformed(member + " is missing");
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String member) {
        return text(json, member, MOST_BYTES);
    }

    /** Text that looks the same to every reader: no control characters, no blanks around, no longer than that. */
    private static @Nullable String text(JsonNode json, String member, int longest) {
        var value = json.get(member);
        if (value == null) {
            return null;
        }
        var text = value.isTextual() ? value.textValue() : "";
        if (text.isBlank()
                || !text.equals(text.strip())
                || text.codePointCount(0, text.length()) > longest
                || !TransactionJson.isPlain(text)) {
            throw malformed(member + " is text of 1 to " + longest
                    + " characters without control characters or blanks around it");
        }
        return text;
    }

    private static Rejected malformed(String detail) {
        return new Rejected(RequestProblem.MALFORMED_REQUEST, "%s", detail);
    }

    /** The bytes that are signed with a key in custody; the same statement is always the same bytes. */
    public static byte[] write(ActStatement statement) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("billId", statement.billId().toString());
        json.put("head", statement.head());
        json.put("act", statement.act().name());
        json.put("actor", statement.actor().toString());
        put(json, "signedAt", statement.signedAt() == null ? null : TransactionJson.time(statement.signedAt()));
        var named = statement.recipient();
        if (named != null) {
            var recipient =
                    json.putObject("recipient").put("party", named.party().toString());
            put(recipient, "partyName", named.partyName());
            put(recipient, "eblPlatform", named.eblPlatform());
        }
        put(
                json,
                "reasonCode",
                statement.reasonCode() == null ? null : statement.reasonCode().name());
        put(json, "comments", statement.comments());
        put(json, "issuanceManifestSignedContent", statement.issuanceManifest());
        if (statement.originals() != null) {
            json.put("originals", statement.originals());
        }
        put(json, "place", statement.place());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
