package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.IdentifyingCode;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.Transaction;

/**
 * DCSA's {@code Transaction} (PINT 3.0.0) as JSON. Written to the letter, times in milliseconds; read leniently, for
 * what we have no word for lives on in the signed entry that contained it.
 */
public final class TransactionJson {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private TransactionJson() {}

    /** An instant as DCSA writes it: UTC, always three decimals. */
    public static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    public static ObjectNode write(Transaction transaction) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("actionCode", transaction.actionCode().name());
        json.set("actor", party(transaction.actor()));
        if (transaction.recipient() != null) {
            json.set("recipient", party(transaction.recipient()));
        }
        json.put("actionDateTime", time(transaction.actionDateTime()));
        if (transaction.reasonCode() != null) {
            json.put("reasonCode", transaction.reasonCode().name());
        }
        if (transaction.comments() != null) {
            json.put("comments", transaction.comments());
        }
        return json;
    }

    private static ObjectNode party(ChainParty party) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("partyName", party.partyName());
        json.put("eblPlatform", party.eblPlatform());
        json.set("identifyingCodes", codes(party));
        return json;
    }

    static ArrayNode codes(ChainParty party) {
        var codes = JsonNodeFactory.instance.arrayNode();
        for (var code : party.identifyingCodes()) {
            var one = codes.addObject()
                    .put("codeListProvider", code.codeListProvider())
                    .put("partyCode", code.partyCode());
            if (code.codeListName() != null) {
                one.put("codeListName", code.codeListName());
            }
        }
        return codes;
    }

    /** Reads one transaction; throws IllegalArgumentException when it is not one. */
    public static Transaction read(JsonNode json) {
        var recipient = json.get("recipient");
        var reason = text(json, "reasonCode");
        return new Transaction(
                ActionCode.valueOf(required(json, "actionCode")),
                party(json.get("actor")),
                recipient == null || recipient.isNull() ? null : party(recipient),
                instant(required(json, "actionDateTime")),
                reason == null ? null : SurrenderReason.valueOf(reason),
                text(json, "comments"));
    }

    private static ChainParty party(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new IllegalArgumentException("a transaction has an actor");
        }
        List<IdentifyingCode> codes = new ArrayList<>();
        for (JsonNode code : json.path("identifyingCodes")) {
            codes.add(new IdentifyingCode(
                    required(code, "codeListProvider"), required(code, "partyCode"), text(code, "codeListName")));
        }
        return new ChainParty(required(json, "partyName"), required(json, "eblPlatform"), codes);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not an RFC 3339 time: " + text, unreadable);
        }
    }

    private static String required(JsonNode json, String member) {
        var text = text(json, member);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a transaction needs " + member);
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String member) {
        var value = json.get(member);
        if (value == null || !value.isTextual()) {
            return null;
        }
        var text = value.textValue();
        if (!isPlain(text)) {
            throw new IllegalArgumentException(member + " contains control characters or half a character");
        }
        return text;
    }

    /** Whether every reader gets the same characters: no control characters, no halves of a surrogate pair. */
    public static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
