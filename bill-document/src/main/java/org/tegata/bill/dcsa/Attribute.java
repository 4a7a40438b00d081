package org.tegata.bill.dcsa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of one of DCSA's types, a line of the table: {@code name[!] type [constraints]}.
 *
 * @param array whether the value is an array of {@code type}; the constraints are then those of its items
 * @param kind what the value, or an item of the array, is in JSON
 * @param type {@code string}, {@code boolean}, {@code integer}, {@code number}, or the name of a type
 * @param length how many characters (code points) a string has
 * @param value which numbers are allowed
 * @param items how many items an array has
 * @param format {@code date}, {@code date-time} or empty
 * @param codes the allowed strings; empty if any
 * @param pattern the form of a string, or null
 */
public record Attribute(
        String name,
        boolean required,
        boolean array,
        Kind kind,
        String type,
        Range length,
        Range value,
        Range items,
        String format,
        List<String> codes,
        @Nullable TextPattern pattern) {

    /** What a value is in JSON. */
    public enum Kind {
        STRING,
        BOOLEAN,
        INTEGER,
        NUMBER,
        OBJECT
    }

    public Attribute {
        codes = List.copyOf(codes);
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "string" -> Kind.STRING;
            case "boolean" -> Kind.BOOLEAN;
            case "integer" -> Kind.INTEGER;
            case "number" -> Kind.NUMBER;
            default -> Kind.OBJECT;
        };
    }

    static Attribute parse(String line) {
        String[] parts = line.split(" ");
        boolean required = parts[0].endsWith("!");
        boolean array = parts[1].startsWith("[");
        String type = bare(parts[1]);
        var attribute = new Attribute(
                required ? parts[0].substring(0, parts[0].length() - 1) : parts[0],
                required,
                array,
                kind(type),
                type,
                Range.ANY,
                Range.ANY,
                Range.ANY,
                "",
                List.of(),
                null);
        for (int i = 2; i < parts.length; i++) {
            attribute = attribute.with(bare(parts[i]));
        }
        return attribute;
    }

    private static String bare(String part) {
        // Brackets enclose an array's item; none of the patterns begins or ends with a lone bracket.
        String open = part.startsWith("[") ? part.substring(1) : part;
        boolean closes = open.endsWith("]")
                && open.chars().filter(c -> c == '[').count()
                        < open.chars().filter(c -> c == ']').count();
        return closes ? open.substring(0, open.length() - 1) : open;
    }

    private Attribute with(String constraint) {
        int equals = constraint.indexOf('=');
        String text = constraint.substring(equals + 1);
        Range newLength = length;
        Range newValue = value;
        Range newItems = items;
        String newFormat = format;
        List<String> newCodes = codes;
        TextPattern newPattern = pattern;
        switch (constraint.substring(0, equals)) {
            case "length" -> newLength = Range.parse(text);
            case "value" -> newValue = Range.parse(text);
            case "items" -> newItems = Range.parse(text);
            case "format" -> newFormat = text;
            case "enum" -> newCodes = List.of(text.split(","));
            case "pattern" -> newPattern = TextPattern.of(text);
            default -> throw new IllegalStateException("not a constraint: " + constraint);
        }
        return new Attribute(
                name, required, array, kind, type, newLength, newValue, newItems, newFormat, newCodes, newPattern);
    }
}
