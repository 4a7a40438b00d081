package org.tegata.bill.dcsa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tegata.bill.dcsa.AttributeType.Alternatives;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** One walk through one transport document beside the table. Not thread-safe, used once. */
final class AttributeCheck {

    static final String REQUIRED = "DCSA-REQUIRED";
    static final String TYPE = "DCSA-TYPE";
    static final String LENGTH = "DCSA-LENGTH";
    static final String PATTERN = "DCSA-PATTERN";
    static final String CODE = "DCSA-CODE";
    static final String RANGE = "DCSA-RANGE";
    static final String CONDITION = "DCSA-CONDITION";

    /** A longer array is no bill: more than any ship has of anything, and more than a reader should be made to take. */
    static final int MAX_ITEMS = 10_000;

    /** What weighs less, or more, is no cargo: DCSA says no more than that it is above 0. */
    private static final Range CARGO = new Range(1e-9, 1e12, false);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final int SHOWN = 100;

    private final AttributeTable table;
    private final StringBuilder at = new StringBuilder();
    private final List<Finding> found = new ArrayList<>();

    AttributeCheck(AttributeTable table) {
        this.table = table;
    }

    List<Finding> found() {
        return found;
    }

    void object(AttributeType type, JsonNode node) {
        if (!node.isObject()) {
            fault(TYPE, node, "is not an object", "オブジェクトではありません。", "an object");
            return;
        }
        var attributes = type.attributes();
        for (int i = 0; i < attributes.size() && found.size() < AttributeTable.MAX_FINDINGS; i++) {
            var attribute = attributes.get(i);
            if (type.alternatives() == null || !type.isAlternative(attribute.name())) {
                member(attribute, node);
            }
        }
        if (type.alternatives() != null) {
            alternatives(type, type.alternatives(), node);
        }
    }

    private void member(Attribute attribute, JsonNode object) {
        JsonNode value = object.get(attribute.name());
        if (value == null || value.isNull() && attribute.required()) {
            if (attribute.required()) {
                int above = step(attribute.name());
                found.add(new Finding(
                        REQUIRED,
                        Severity.ERROR,
                        at.toString(),
                        "is required and missing",
                        "必須の項目がありません。",
                        null,
                        attribute.array() ? "an array" : kind(attribute),
                        null,
                        null));
                at.setLength(above);
            }
            return;
        }
        int above = step(attribute.name());
        if (attribute.array()) {
            array(attribute, value);
        } else {
            value(attribute, value);
        }
        at.setLength(above);
    }

    /** What is wrong with an alternative does not matter once another holds, as in oneOf and anyOf. */
    private void alternatives(AttributeType type, Alternatives alternatives, JsonNode object) {
        int present = 0;
        int right = 0;
        int before = found.size();
        for (String name : alternatives.names()) {
            var attribute = type.attribute(name);
            if (attribute != null && object.has(name)) {
                int faults = found.size();
                member(attribute, object);
                present++;
                right += found.size() == faults ? 1 : 0;
            }
        }
        if (present > 0 && right == 0) {
            return;
        }
        String names = String.join(", ", alternatives.names());
        if (alternatives.exactlyOne() && right != 1) {
            fault(
                    CONDITION,
                    object,
                    "has exactly one of " + names,
                    "次の項目のうちちょうど一つが必要です: " + names,
                    "exactly one of " + names);
        } else if (right == 0) {
            fault(
                    CONDITION,
                    object,
                    "has at least one of " + names,
                    "次の項目のいずれかが必要です: " + names,
                    "at least one of " + names);
        } else {
            for (int i = before; i < found.size(); i++) {
                found.set(i, pardoned(found.get(i)));
            }
        }
    }

    private static Finding pardoned(Finding fault) {
        // A value of another type stays a fault: no reader could take it for what it should be.
        return fault.ruleId().equals(TYPE)
                ? fault
                : new Finding(
                        fault.ruleId(),
                        Severity.WARNING,
                        fault.location(),
                        fault.message(),
                        fault.messageJa(),
                        fault.actual(),
                        fault.expected(),
                        fault.fixHint(),
                        fault.fixHintJa());
    }

    private void array(Attribute attribute, JsonNode value) {
        if (!value.isArray()) {
            fault(TYPE, value, "is not an array", "配列ではありません。", "an array");
            return;
        }
        int size = value.size();
        if (!attribute.items().contains(size) || size > MAX_ITEMS) {
            var items = size > MAX_ITEMS ? new Range(attribute.items().from(), MAX_ITEMS, false) : attribute.items();
            String wrong = size < items.from() ? "has fewer than %d items" : "has more than %d items";
            String wrongJa = size < items.from() ? "要素が%d個より少ないです。" : "要素が%d個を超えています。";
            long bound = (long) (size < items.from() ? items.from() : items.to());
            fault(LENGTH, size + " items", wrong.formatted(bound), wrongJa.formatted(bound), items.words() + " items");
            if (size > MAX_ITEMS) {
                return;
            }
        }
        int above = at.length();
        for (int i = 0; i < size && found.size() < AttributeTable.MAX_FINDINGS; i++) {
            at.append('/').append(i);
            value(attribute, value.get(i));
            at.setLength(above);
        }
    }

    private void value(Attribute attribute, JsonNode value) {
        switch (attribute.kind()) {
            case STRING -> string(attribute, value);
            case BOOLEAN -> {
                if (!value.isBoolean()) {
                    fault(TYPE, value, "is not true or false", "true でも false でもありません。", "true or false");
                }
            }
            case INTEGER, NUMBER -> number(attribute, value);
            case OBJECT -> object(table.type(attribute.type()), value);
        }
    }

    private void number(Attribute attribute, JsonNode value) {
        boolean whole = attribute.kind() == Attribute.Kind.INTEGER;
        // The number as every reader of JSON sees it: an IEEE 754 double.
        double number = value.doubleValue();
        if (!value.isNumber()) {
            String what = whole ? "a whole number" : "a number";
            fault(TYPE, value, "is not " + what, whole ? "整数ではありません。" : "数値ではありません。", what);
        } else if (!Double.isFinite(number)) {
            fault(RANGE, value, "is beyond the range of JSON numbers", "JSON の数値の範囲を超えています。", "a finite number");
        } else if (whole && number != Math.rint(number)) {
            fault(TYPE, value, "is not a whole number", "整数ではありません。", "a whole number");
        } else if (!attribute.value().contains(number)) {
            var range = attribute.value();
            fault(RANGE, value, "is not " + range.words(), range.wordsJa() + "ではありません。", range.words());
        } else if (attribute.value().beyond() && !CARGO.contains(number)) {
            fault(RANGE, value, "is not a weight or volume of cargo", "貨物の重量・容積としてあり得ない値です。", "10^-9 to 10^12");
        }
    }

    private void string(Attribute attribute, JsonNode value) {
        if (!value.isTextual()) {
            fault(TYPE, value, "is not a string", "文字列ではありません。", kind(attribute));
            return;
        }
        String text = value.textValue();
        int length = length(text);
        var pattern = attribute.pattern();
        if (text.indexOf('\0') >= 0) {
            fault(PATTERN, "U+0000", "holds U+0000, which hardly any reader keeps", "U+0000 を含みます。", "text");
        } else if (!attribute.codes().isEmpty()) {
            if (!attribute.codes().contains(text)) {
                String codes = String.join(", ", attribute.codes());
                fault(CODE, value, "is not one of " + codes, "次のいずれでもありません: " + codes, codes);
            }
        } else if (length < attribute.length().from()) {
            long least = (long) attribute.length().from();
            String words = attribute.length().words() + " characters";
            fault(LENGTH, value, "is shorter than " + least + " characters", least + "文字より短いです。", words);
        } else if (length > attribute.length().to()) {
            long most = (long) attribute.length().to();
            String words = attribute.length().words() + " characters";
            fault(LENGTH, value, "is longer than " + most + " characters", most + "文字を超えています。", words);
        } else if (pattern != null && !pattern.matches(text)) {
            if (pattern.isTrimmedLine()) {
                fault(
                        PATTERN,
                        value,
                        "is empty, has a line break or blanks around it",
                        "空か、改行または前後の空白を含みます。",
                        pattern.source());
            } else {
                String source = pattern.source();
                fault(PATTERN, value, "does not match " + source, source + " の形式ではありません。", source);
            }
        } else if (!attribute.format().isEmpty() && !isTime(attribute.format(), text)) {
            String form = kind(attribute);
            fault(PATTERN, value, "is not " + form, "暦にある日付・時刻ではありません。", form);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** RFC 3339, and in the calendar. */
    private static boolean isTime(String format, String text) {
        try {
            if (format.equals("date")) {
                return DATE.matcher(text).matches() && LocalDate.parse(text) != null;
            }
            return DATE_TIME.matcher(text).matches() && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static String kind(Attribute attribute) {
        return switch (attribute.kind()) {
            case STRING ->
                switch (attribute.format()) {
                    case "date" -> "a date such as 2026-11-10";
                    case "date-time" -> "a date and time such as 2026-11-10T09:30:00+09:00";
                    default -> "a string";
                };
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
        };
    }

    private int step(String name) {
        int above = at.length();
        at.append('/').append(name);
        return above;
    }

    private void fault(String rule, JsonNode value, String message, String messageJa, String expected) {
        fault(rule, shown(value), message, messageJa, expected);
    }

    private void fault(String rule, String actual, String message, String messageJa, String expected) {
        found.add(new Finding(rule, Severity.ERROR, at.toString(), message, messageJa, actual, expected, null, null));
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        String text = value.asText();
        return length(text) <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
