package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** What a JSON value must look like; attributes that a shape does not know are left alone, as DCSA's schemas allow. */
sealed interface Shape {

    /** Adds what does not fit; {@code at} is the JSON pointer of the value. */
    void check(JsonNode value, String at, List<Finding> found);

    private static void add(List<Finding> found, String rule, String at, String message) {
        found.add(new Finding(rule, Severity.ERROR, at, message));
    }

    /** An object with known attributes; where alternatives are given, exactly one of them is present. */
    record Members(Map<String, Shape> known, Set<String> required, List<String> alternatives) implements Shape {

        Members with(String name, Shape shape) {
            var more = new LinkedHashMap<>(known);
            more.put(name, shape);
            return new Members(more, required, alternatives);
        }

        Members needs(String name, Shape shape) {
            var names = new LinkedHashSet<>(required);
            names.add(name);
            var more = new LinkedHashMap<>(known);
            more.put(name, shape);
            return new Members(more, names, alternatives);
        }

        Members oneOf(String... names) {
            return new Members(known, required, List.of(names));
        }

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isObject()) {
                add(found, "DCSA-TYPE", at, "is not an object");
                return;
            }
            for (String name : required) {
                if (value.path(name).isMissingNode() || value.path(name).isNull()) {
                    add(found, "DCSA-REQUIRED", at + "/" + name, "is required and missing");
                }
            }
            known.forEach((name, shape) -> {
                var member = value.path(name);
                if (!member.isMissingNode() && !member.isNull()) {
                    shape.check(member, at + "/" + name, found);
                }
            });
            if (!alternatives.isEmpty()
                    && alternatives.stream().filter(value::hasNonNull).count() != 1) {
                add(found, "DCSA-CONDITION", at, "has exactly one of " + String.join(", ", alternatives));
            }
        }
    }

    /** An array with its least and greatest number of items. */
    record Items(Shape item, int least, int most) implements Shape {

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isArray()) {
                add(found, "DCSA-TYPE", at, "is not an array");
                return;
            }
            if (value.size() < least) {
                add(found, "DCSA-LENGTH", at, "has fewer than " + least + " items");
            }
            if (value.size() > most) {
                add(found, "DCSA-LENGTH", at, "has more than " + most + " items");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), at + "/" + i, found);
            }
        }
    }

    /** A string: lengths in characters, a pattern or a list of codes. */
    record Text(int least, int most, @Nullable Pattern pattern, Set<String> codes) implements Shape {

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isTextual()) {
                add(found, "DCSA-TYPE", at, "is not a string");
                return;
            }
            String text = value.textValue();
            int length = text.codePointCount(0, text.length());
            if (length < least) {
                add(found, "DCSA-LENGTH", at, "is shorter than " + least + " characters");
            } else if (length > most) {
                add(found, "DCSA-LENGTH", at, "is longer than " + most + " characters");
            } else if (pattern != null && !pattern.matcher(text).matches()) {
                add(found, "DCSA-PATTERN", at, "does not match " + pattern.pattern());
            }
            if (!codes.isEmpty() && !codes.contains(text)) {
                add(found, "DCSA-CODE", at, "is not one of " + String.join(", ", codes));
            }
        }
    }

    /** An ISO 8601 calendar date. */
    record Day() implements Shape {

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            try {
                if (!value.isTextual() || LocalDate.parse(value.textValue()).getYear() > 9999) {
                    add(found, "DCSA-TYPE", at, "is not a date");
                }
            } catch (DateTimeParseException notADate) {
                add(found, "DCSA-PATTERN", at, "is not a date of the form 2026-11-10");
            }
        }
    }

    /** True or false. */
    record Truth() implements Shape {

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isBoolean()) {
                add(found, "DCSA-TYPE", at, "is not true or false");
            }
        }
    }

    /** A whole number. */
    record Count(long least, long most) implements Shape {

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isNumber() || value.doubleValue() != Math.rint(value.doubleValue())) {
                add(found, "DCSA-TYPE", at, "is not a whole number");
            } else if (value.doubleValue() < least || value.doubleValue() > most) {
                add(found, "DCSA-RANGE", at, "is not between " + least + " and " + most);
            }
        }
    }

    /** A measure: above nothing, and no larger than anything that floats. */
    record Amount() implements Shape {

        private static final double MOST = 1e12;
        private static final double LEAST = 1e-9;

        @Override
        public void check(JsonNode value, String at, List<Finding> found) {
            if (!value.isNumber()) {
                add(found, "DCSA-TYPE", at, "is not a number");
            } else if (!(value.doubleValue() >= LEAST && value.doubleValue() <= MOST)) {
                add(found, "DCSA-RANGE", at, "is not above 0 and below 10^12");
            }
        }

        /** The number as every reader of JSON sees it (RFC 8785: an IEEE 754 double). */
        static BigDecimal of(JsonNode value) {
            return new BigDecimal(Double.toString(value.doubleValue()));
        }
    }
}
