package org.tegata.bill.dcsa;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of which there can be no two opinions: no member twice, nothing after the end, bounded in size and depth,
 * no characters that some readers drop, no number that is not a double. Two platforms that hash such a text agree.
 */
public final class JsonText {

    /** Longest text that is read, in characters. */
    public static final int MAX_LENGTH = 4 * 1024 * 1024;

    /** Deepest nesting of arrays and objects that is read. */
    static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_LENGTH)
                        .maxNumberLength(100)
                        .build())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    private JsonText() {}

    /** The tree, or the reason why this is not such a JSON text. */
    public static Outcome read(String json) {
        if (json.length() > MAX_LENGTH) {
            return new Outcome(null, "is longer than " + MAX_LENGTH + " characters");
        }
        try {
            var tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                return new Outcome(null, "is empty");
            }
            String ambiguity = ambiguity(tree);
            return ambiguity == null ? new Outcome(tree, null) : new Outcome(null, ambiguity);
        } catch (JsonProcessingException unreadable) {
            return new Outcome(null, "is not read: " + firstLine(unreadable.getOriginalMessage()));
        } catch (NumberFormatException exponentOfTooManyDigits) {
            return new Outcome(null, "holds a number that is no double");
        }
    }

    private static @Nullable String ambiguity(JsonNode node) {
        if (node.isTextual()) {
            return isClean(node.textValue()) ? null : "a string holds NUL or half a character";
        }
        if (node.isNumber()) {
            return Double.isFinite(node.doubleValue()) ? null : "a number is beyond the range of JSON numbers";
        }
        if (node.isObject()) {
            for (var names = node.fieldNames(); names.hasNext(); ) {
                if (!isClean(names.next())) {
                    return "a member's name holds NUL or half a character";
                }
            }
        }
        for (JsonNode child : node) {
            String below = ambiguity(child);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    }

    /** A tree or a refusal. */
    public record Outcome(@Nullable JsonNode tree, @Nullable String refusal) {}
}
