package org.tegata.gateway.pint;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the attribute table: {@code name[!] type [length=a..b] [value=a..b] [items=a..b] [format=f] [enum=A,B]
 * [pattern=p]}; {@code !} means required, a type in brackets an array of it.
 */
record AttributeRule(
        String name,
        boolean required,
        boolean array,
        String type,
        Range length,
        Range value,
        Range items,
        String format,
        List<String> codes,
        @Nullable Pattern pattern) {

    /** From and to, both included. */
    record Range(double from, double to) {

        static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        static Range parse(String text) {
            int dots = text.indexOf("..");
            String low = text.substring(0, dots);
            String high = text.substring(dots + 2);
            return new Range(
                    low.isEmpty() ? ANY.from : Double.parseDouble(low),
                    high.isEmpty() ? ANY.to : Double.parseDouble(high));
        }

        boolean contains(double number) {
            return number >= from && number <= to;
        }

        @Override
        public String toString() {
            return (from == ANY.from ? "" : "" + (long) from) + ".." + (to == ANY.to ? "" : "" + (long) to);
        }
    }

    static AttributeRule parse(String line) {
        String[] parts = line.split(" ");
        boolean required = parts[0].endsWith("!");
        boolean array = parts[1].startsWith("[");
        var rule = new AttributeRule(
                required ? parts[0].substring(0, parts[0].length() - 1) : parts[0],
                required,
                array,
                bare(parts[1]),
                Range.ANY,
                Range.ANY,
                Range.ANY,
                "",
                List.of(),
                null);
        for (int i = 2; i < parts.length; i++) {
            rule = rule.with(bare(parts[i]));
        }
        return rule;
    }

    private static String bare(String part) {
        // Brackets enclose an array's item rule; none of its patterns begins or ends with a lone bracket.
        String open = part.startsWith("[") ? part.substring(1) : part;
        boolean closes = open.endsWith("]")
                && open.chars().filter(c -> c == '[').count()
                        < open.chars().filter(c -> c == ']').count();
        return closes ? open.substring(0, open.length() - 1) : open;
    }

    private AttributeRule with(String constraint) {
        int equals = constraint.indexOf('=');
        String text = constraint.substring(equals + 1);
        Range newLength = length;
        Range newValue = value;
        Range newItems = items;
        String newFormat = format;
        List<String> newCodes = codes;
        Pattern newPattern = pattern;
        switch (constraint.substring(0, equals)) {
            case "length" -> newLength = Range.parse(text);
            case "value" -> newValue = Range.parse(text);
            case "items" -> newItems = Range.parse(text);
            case "format" -> newFormat = text;
            case "enum" -> newCodes = List.of(text.split(","));
            case "pattern" -> newPattern = Pattern.compile(text, Pattern.DOTALL);
            default -> throw new IllegalStateException("Not a constraint: " + constraint);
        }
        return new AttributeRule(
                name, required, array, type, newLength, newValue, newItems, newFormat, newCodes, newPattern);
    }
}
