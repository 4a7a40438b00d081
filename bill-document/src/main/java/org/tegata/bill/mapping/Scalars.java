package org.tegata.bill.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversions of single values that a row can name. */
final class Scalars {

    private static final Map<String, Scalar> NAMED = Map.of(
            "text", new Text(),
            "id", new Text(),
            "code", new Text(),
            "date", new Date(),
            "dateTime", new DateTime(),
            "decimal", new Number(Long.MAX_VALUE, false),
            "count", new Number(Integer.MAX_VALUE, true),
            "truth", new Truth());

    private Scalars() {}

    /** The conversion of that name, {@code count..n}, or pairs of codes {@code xml=json,…}; null if there is none. */
    static @Nullable Scalar named(String as) {
        if (as.startsWith("count..")) {
            return new Number(Long.parseLong(as.substring("count..".length())), true);
        }
        return as.contains("=") ? Codes.parse(as) : NAMED.get(as);
    }

    /** The same words in both. */
    private record Text() implements Scalar {
        @Override
        public String across(String value, Side from) {
            return value;
        }
    }

    /** Numbers, without zeros that say nothing. */
    private record Number(long most, boolean whole) implements Scalar {
        @Override
        public @Nullable String across(String value, Side from) {
            return whole && !isCount(value) ? null : Decimals.of(value);
        }

        private boolean isCount(String value) {
            long number = value.length() > 18 ? -1 : value.isEmpty() ? -1 : 0;
            for (int i = 0; i < value.length() && number >= 0; i++) {
                int digit = value.charAt(i) - '0';
                number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
            }
            return number >= 0 && number <= most;
        }

        @Override
        public String tidy(String value, Side side) {
            String plain = Decimals.of(value);
            return plain == null ? value : plain;
        }

        @Override
        public String reason() {
            return whole ? "not a whole number that DCSA allows here" : Reasons.DIGITS;
        }
    }

    private record Truth() implements Scalar {
        @Override
        public @Nullable String across(String value, Side from) {
            return value.equals("true") || value.equals("false") ? value : null;
        }

        @Override
        public String tidy(String value, Side side) {
            return value.equals("1") ? "true" : value.equals("0") ? "false" : value;
        }
    }

    /** CCYYMMDD (UNTDID 2379, 102) and CCYY-MM-DD (RFC 3339). */
    private record Date() implements Scalar {
        @Override
        public @Nullable String across(String value, Side from) {
            return from == Side.XML ? dashed(value) : bare(value);
        }

        static @Nullable String dashed(String value) {
            return value.length() == 8 && isDate(value, 4, 6)
                    ? value.substring(0, 4) + '-' + value.substring(4, 6) + '-' + value.substring(6)
                    : null;
        }

        static @Nullable String bare(String value) {
            return value.length() == 10 && value.charAt(4) == '-' && value.charAt(7) == '-' && isDate(value, 5, 8)
                    ? value.substring(0, 4) + value.substring(5, 7) + value.substring(8)
                    : null;
        }

        private static boolean isDate(String value, int month, int day) {
            int year = Pointers.number(value, 0, 4);
            int monthOfYear = Pointers.number(value, month, month + 2);
            int dayOfMonth = Pointers.number(value, day, day + 2);
            if (year < 0 || monthOfYear < 1 || monthOfYear > 12 || dayOfMonth < 1) {
                return false;
            }
            try {
                return dayOfMonth <= 28
                        || LocalDate.of(year, monthOfYear, dayOfMonth).getDayOfMonth() == dayOfMonth;
            } catch (DateTimeException notInTheCalendar) {
                return false;
            }
        }

        @Override
        public String reason() {
            return "not a date that both languages write (UNTDID 2379 format 102)";
        }

        @Override
        public Condition condition() {
            return new Condition(true, "format", Condition.Kind.IS, "102");
        }
    }

    /** CCYYMMDDHHMMSSZHHMM (UNTDID 2379, 208) and the date-time of RFC 3339. */
    private record DateTime() implements Scalar {

        private static final int LENGTH = "CCYYMMDDHHMMSSZHHMM".length();
        private static final int JSON_LENGTH = "CCYY-MM-DDTHH:MM:SSZHH:MM".length();

        @Override
        public @Nullable String across(String value, Side from) {
            return from == Side.XML ? toJson(value) : toXml(value);
        }

        private static @Nullable String toJson(String value) {
            if (value.length() != LENGTH || Date.dashed(value.substring(0, 8)) == null || !isTime(value.substring(8))) {
                return null;
            }
            String zone = value.substring(14);
            return Date.dashed(value.substring(0, 8))
                    + 'T'
                    + value.substring(8, 10)
                    + ':'
                    + value.substring(10, 12)
                    + ':'
                    + value.substring(12, 14)
                    + (zone.equals("+0000") ? "Z" : zone.substring(0, 3) + ':' + zone.substring(3));
        }

        private static @Nullable String toXml(String json) {
            String value = json.endsWith("Z") ? json.substring(0, json.length() - 1) + "+00:00" : json;
            if (value.length() != JSON_LENGTH || value.charAt(10) != 'T') {
                return null;
            }
            String date = Date.bare(value.substring(0, 10));
            String time =
                    value.substring(11, 13) + value.substring(14, 16) + value.substring(17, 22) + value.substring(23);
            return date != null && isTime(time) ? date + time : null;
        }

        private static boolean isTime(String time) {
            char sign = time.charAt(6);
            return isBelow(time, 0, 24)
                    && isBelow(time, 2, 60)
                    && isBelow(time, 4, 60)
                    && (sign == '+' || sign == '-')
                    && isBelow(time, 7, 24)
                    && isBelow(time, 9, 60);
        }

        private static boolean isBelow(String time, int at, int limit) {
            int number = Pointers.number(time, at, at + 2);
            return number >= 0 && number < limit;
        }

        @Override
        public String reason() {
            return "not a point of time that both languages write (UNTDID 2379 format 208, whole seconds)";
        }

        @Override
        public Condition condition() {
            return new Condition(true, "format", Condition.Kind.IS, "208");
        }
    }

    /** Pairs of codes; a code that no pair has is not said. */
    private record Codes(Map<String, String> toJson, Map<String, String> toXml) implements Scalar {

        static Codes parse(String pairs) {
            var toJson = new LinkedHashMap<String, String>();
            var toXml = new LinkedHashMap<String, String>();
            for (String pair : pairs.split(",")) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("not a pair of codes: " + pair);
                }
                toJson.put(pair.substring(0, equals), pair.substring(equals + 1));
                toXml.putIfAbsent(pair.substring(equals + 1), pair.substring(0, equals));
            }
            return new Codes(Map.copyOf(toJson), Map.copyOf(toXml));
        }

        @Override
        public @Nullable String across(String value, Side from) {
            String code = (from == Side.XML ? toJson : toXml).get(value);
            return code == null || code.isEmpty() ? null : code;
        }

        @Override
        public boolean isImplied(String json) {
            return "".equals(toXml.get(json));
        }

        @Override
        public String reason() {
            return "a code that the other language has no counterpart of";
        }
    }
}
