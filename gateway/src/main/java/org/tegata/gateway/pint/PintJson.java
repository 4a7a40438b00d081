package org.tegata.gateway.pint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads and writes PINT's JSON: strict UTF-8, no duplicate members, numbers kept as they were written. */
public final class PintJson {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            // A document travels as one JSON string; the HTTP body limit is the real bound.
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    static {
        MAPPER.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    private PintJson() {}

    /** The text of a body: UTF-8 and nothing else, so that every reader after us sees the same characters. */
    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableMessage("$", "The body is not UTF-8");
        }
    }

    /** Any JSON value. */
    public static JsonNode value(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || node.isMissingNode()) {
                throw new UnreadableMessage("$", "The body is empty");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new UnreadableMessage("$", "The body is not JSON" + place);
        } catch (NumberFormatException exponentOfTooManyDigits) {
            throw new UnreadableMessage("$", "The body holds a number that is no double");
        }
    }

    /** A JSON object. */
    public static ObjectNode object(String json) {
        if (value(json) instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableMessage("$", "A JSON object is expected");
    }

    /** The one JSON string that a body consists of. */
    public static String string(byte[] body) {
        JsonNode node = value(text(body));
        if (!node.isTextual()) {
            throw new UnreadableMessage("$", "One JSON string is expected");
        }
        return node.textValue();
    }

    static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree can always be written", impossible);
        }
    }

    /** A string as JSON: the form of every signed answer. */
    public static String quoted(String text) {
        return write(text);
    }

    /** The characters of one member of a JSON object exactly as they came; a checksum is never taken of a rewriting. */
    static String memberAsReceived(String json, String member) {
        try (JsonParser parser = MAPPER.getFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = member.equals(parser.currentName());
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (wanted) {
                    return json.substring(start, (int) parser.currentLocation().getCharOffset());
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Read once without a fault", unreadable);
        }
        throw new UnreadableMessage("$." + member, "is required");
    }
}
