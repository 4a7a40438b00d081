package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object inside a verified signature; what is wrong in it is the sender's own word, so it earns BENV. */
record Payload(ObjectNode content, String what) {

    static Payload read(byte[] bytes, String what) {
        try {
            return new Payload(PintJson.object(PintJson.text(bytes)), what);
        } catch (UnreadableMessage unreadable) {
            throw EnvelopeRefused.badEnvelope(what + " is not a JSON object");
        }
    }

    static Payload read(String json, String what) {
        return read(json.getBytes(StandardCharsets.UTF_8), what);
    }

    static Payload of(JsonNode node, String what) {
        if (node instanceof ObjectNode object) {
            return new Payload(object, what);
        }
        throw EnvelopeRefused.badEnvelope(what + " is not a JSON object");
    }

    String text(String name, int maxLength) {
        String value = optionalText(name, maxLength);
        if (value == null) {
            throw wrong(name, "is required");
        }
        return value;
    }

    @Nullable
    String optionalText(String name, int maxLength) {
        JsonNode value = content.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(name, "must be a text");
        }
        if (value.textValue().length() > maxLength) {
            throw wrong(name, "is longer than " + maxLength);
        }
        return value.textValue();
    }

    String checksum(String name) {
        String value = optionalChecksum(name);
        if (value == null) {
            throw wrong(name, "is required");
        }
        return value;
    }

    @Nullable
    String optionalChecksum(String name) {
        String value = optionalText(name, 64);
        if (value != null && !Checksum.hasForm(value)) {
            throw wrong(name, "must be a SHA-256 in lower case hex");
        }
        return value;
    }

    /** A platform code: at most four characters, no blanks. */
    String platform(String name) {
        String value = text(name, 4);
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw wrong(name, "must not hold blanks");
        }
        return value;
    }

    Payload object(String name) {
        JsonNode value = content.get(name);
        if (value == null) {
            throw wrong(name, "is required");
        }
        return of(value, what + "." + name);
    }

    @Nullable
    Payload optionalObject(String name) {
        JsonNode value = content.get(name);
        return value == null ? null : of(value, what + "." + name);
    }

    <T> List<T> list(String name, int minItems, Function<Payload, T> read) {
        JsonNode value = content.get(name);
        if (value == null && minItems == 0) {
            return List.of();
        }
        if (value == null || !value.isArray() || value.size() < minItems) {
            throw wrong(name, "must be an array of at least " + minItems);
        }
        var items = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) {
            items.add(read.apply(of(value.get(i), "%s.%s[%d]".formatted(what, name, i))));
        }
        return List.copyOf(items);
    }

    EnvelopeRefused wrong(String name, String why) {
        return EnvelopeRefused.badEnvelope("%s.%s %s".formatted(what, name, why));
    }
}
