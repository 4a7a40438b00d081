package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tegata.gateway.pint.UnreadableMessage.Violation;

/**
 * Checks a transport document against the attribute table of DCSA PINT 3.0.0: type, length, pattern and codes of each
 * attribute ({@code pint/transport-document-3.0.0.txt}). What the table does not know is allowed, as the standard says;
 * conditions between attributes are not judged here.
 */
final class TransportDocumentSchema {

    private static final String ROOT = "TransportDocument";
    private static final int MAX_VIOLATIONS = 50;
    private static final TransportDocumentSchema PINT_3 = load("/pint/transport-document-3.0.0.txt");

    private final Map<String, Map<String, AttributeRule>> types;

    private TransportDocumentSchema(Map<String, Map<String, AttributeRule>> types) {
        this.types = types;
    }

    /** All violations, at most {@value #MAX_VIOLATIONS}. */
    static List<Violation> violations(JsonNode transportDocument) {
        var found = new ArrayList<Violation>();
        PINT_3.object(ROOT, transportDocument, "$.transportDocument", found);
        return found.size() > MAX_VIOLATIONS ? List.copyOf(found.subList(0, MAX_VIOLATIONS)) : List.copyOf(found);
    }

    private static TransportDocumentSchema load(String resource) {
        var types = new LinkedHashMap<String, Map<String, AttributeRule>>();
        var stream = TransportDocumentSchema.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, AttributeRule> current = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith("  ")) {
                    var rule = AttributeRule.parse(line.strip());
                    current.put(rule.name(), rule);
                } else {
                    current = types.computeIfAbsent(line, any -> new LinkedHashMap<>());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TransportDocumentSchema(types);
    }

    private void object(String type, JsonNode node, String path, List<Violation> found) {
        if (!node.isObject()) {
            found.add(new Violation(path, node.asText(), "must be an object"));
            return;
        }
        for (AttributeRule rule : types.getOrDefault(type, Map.of()).values()) {
            String at = path + "." + rule.name();
            JsonNode value = node.get(rule.name());
            if (value == null) {
                if (rule.required()) {
                    found.add(new Violation(at, "", "is required"));
                }
            } else if (rule.array()) {
                array(rule, value, at, found);
            } else {
                value(rule, value, at, found);
            }
        }
    }

    private void array(AttributeRule rule, JsonNode value, String path, List<Violation> found) {
        if (!value.isArray()) {
            found.add(new Violation(path, value.asText(), "must be an array"));
            return;
        }
        if (!rule.items().contains(value.size())) {
            found.add(new Violation(path, "", "must have %s items".formatted(rule.items())));
        }
        for (int i = 0; i < value.size(); i++) {
            value(rule, value.get(i), path + "[" + i + "]", found);
        }
    }

    private void value(AttributeRule rule, JsonNode value, String path, List<Violation> found) {
        String wrong = switch (rule.type()) {
            case "string" -> string(rule, value);
            case "boolean" -> value.isBoolean() ? "" : "must be true or false";
            case "integer", "number" -> number(rule, value);
            default -> {
                object(rule.type(), value, path, found);
                yield "";
            }
        };
        if (!wrong.isEmpty()) {
            found.add(new Violation(path, value.asText(), wrong));
        }
    }

    private static String number(AttributeRule rule, JsonNode value) {
        if (!value.isNumber() || (rule.type().equals("integer") && !value.canConvertToExactIntegral())) {
            return "must be " + (rule.type().equals("integer") ? "a whole number" : "a number");
        }
        return rule.value().contains(value.doubleValue()) ? "" : "must be in " + rule.value();
    }

    private static String string(AttributeRule rule, JsonNode value) {
        if (!value.isTextual()) {
            return "must be a string";
        }
        String text = value.textValue();
        if (text.indexOf('\0') >= 0) {
            return "must not hold U+0000";
        }
        if (!rule.length().contains(text.codePointCount(0, text.length()))) {
            return "must have %s characters".formatted(rule.length());
        }
        if (rule.pattern() != null && !rule.pattern().matcher(text).matches()) {
            return "must match " + rule.pattern().pattern();
        }
        if (!rule.codes().isEmpty() && !rule.codes().contains(text)) {
            return "must be one of " + String.join(", ", rule.codes());
        }
        return isTime(rule.format(), text) ? "" : "must be a " + rule.format();
    }

    private static boolean isTime(String format, String text) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }
}
