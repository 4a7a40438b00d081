package org.tegata.rules.schema;

import java.nio.CharBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text may be: a built-in type of XML Schema, with the facets that CII uses, judged as Xerces does. */
public final class ValueType {

    /** The text is none of the built-in type. */
    public static final String NOT_OF_THE_TYPE = "cvc-datatype-valid.1.2.1";

    private static final String NOT_IN_THE_LIST = "cvc-enumeration-valid";
    private static final String TOO_SHORT = "cvc-minLength-valid";
    private static final String TOO_LONG = "cvc-maxLength-valid";
    private static final String NOT_THE_FIXED_VALUE = "cvc-complex-type.3.1";

    /** As many codes are listed one by one; of longer lists only the name is told. */
    private static final int FEW = 12;

    private final String name;
    private final Builtin builtin;
    private final @Nullable Codes codes;
    private final int minLength;
    private final int maxLength;
    private final @Nullable String fixed;
    private final boolean plain;

    /** The built-in types of XML Schema that CII is made of. */
    enum Builtin {
        STRING("string", null),
        TOKEN("token", null),
        DECIMAL("decimal", "decimal"),
        BOOLEAN("boolean", "true, false, 1 or 0"),
        DATE("date", "YYYY-MM-DD"),
        DATE_TIME("dateTime", "YYYY-MM-DDThh:mm:ss"),
        ANY_URI("anyURI", "URI"),
        BASE64_BINARY("base64Binary", "base64");

        private final String local;
        private final @Nullable String expected;

        Builtin(String local, @Nullable String expected) {
            this.local = local;
            this.expected = expected;
        }

        static @Nullable Builtin named(String local) {
            for (Builtin builtin : values()) {
                if (builtin.local.equals(local)) {
                    return builtin;
                }
            }
            return null;
        }

        /** Whether its values are texts, so that lengths and codes can be asked. */
        boolean text() {
            return this == STRING || this == TOKEN;
        }
    }

    ValueType(
            String name, Builtin builtin, @Nullable Codes codes, int minLength, int maxLength, @Nullable String fixed) {
        this.name = name;
        this.builtin = builtin;
        this.codes = codes;
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.fixed = fixed;
        this.plain = codes == null && minLength == 0 && maxLength == Integer.MAX_VALUE && fixed == null;
    }

    /** As in the schema with its prefix there, such as {@code xsd:decimal}. */
    public String name() {
        return name;
    }

    Builtin builtin() {
        return builtin;
    }

    @Nullable
    Codes list() {
        return codes;
    }

    /** The codes of which one must be written, in ascending order; empty where any text will do. */
    public List<String> codes() {
        return codes == null ? List.of() : codes.all();
    }

    public int minLength() {
        return minLength;
    }

    /** {@link Integer#MAX_VALUE} for no limit. */
    public int maxLength() {
        return maxLength;
    }

    /** The only value that an attribute may have, or null. */
    public @Nullable String fixed() {
        return fixed;
    }

    /** Whether the text may be long and is of no interest to rules (base64Binary): use {@link Base64Check}. */
    public boolean binary() {
        return builtin == Builtin.BASE64_BINARY;
    }

    /** What would be right, in short; null where any text is. */
    public @Nullable String expected() {
        if (fixed != null) {
            return fixed;
        }
        if (codes != null) {
            var all = codes.all();
            if (all.size() == 1) {
                return all.get(0);
            }
            return all.size() <= FEW
                    ? "one of " + String.join(", ", all)
                    : "one of the " + all.size() + " codes of " + codes.name();
        }
        if (maxLength != Integer.MAX_VALUE) {
            return minLength + " to " + maxLength + " characters";
        }
        return minLength > 0 ? "at least " + minLength + " characters" : builtin.expected;
    }

    /** The rule of XML Schema that the text breaks, or null. */
    public @Nullable String fault(String text) {
        return plain && builtin.text() ? null : fault(text.toCharArray(), 0, text.length());
    }

    /** The same for a part of a buffer, mostly without making a string of it. */
    public @Nullable String fault(char[] buffer, int start, int length) {
        if (builtin.text()) {
            return plain ? null : facetFault(buffer, start, length);
        }
        int end = start + length;
        int from = start;
        while (from < end && white(buffer[from])) {
            from++;
        }
        while (end > from && white(buffer[end - 1])) {
            end--;
        }
        return hasForm(buffer, from, end) ? null : NOT_OF_THE_TYPE;
    }

    private boolean hasForm(char[] buffer, int start, int end) {
        return switch (builtin) {
            case STRING, TOKEN -> true;
            case DECIMAL -> decimal(buffer, start, end);
            case BOOLEAN -> truth(buffer, start, end);
            case DATE -> DateTimeForm.date(new String(buffer, start, end - start));
            case DATE_TIME -> DateTimeForm.dateTime(new String(buffer, start, end - start));
            case ANY_URI -> UriForm.fits(collapse(buffer, start, end - start));
            case BASE64_BINARY -> {
                var check = new Base64Check();
                check.accept(buffer, start, end - start);
                yield check.end();
            }
        };
    }

    private @Nullable String facetFault(char[] buffer, int start, int length) {
        char[] text = buffer;
        int from = start;
        int to = start + length;
        if (builtin == Builtin.TOKEN && !collapsed(buffer, from, to)) {
            text = collapse(buffer, start, length).toCharArray();
            from = 0;
            to = text.length;
        }
        // In units of UTF-16, as Xerces in the JDK counts: there, a character beyond the basic plane is two.
        if (to - from > maxLength) {
            return TOO_LONG;
        }
        if (to - from < minLength) {
            return TOO_SHORT;
        }
        if (codes != null && !codes.contain(text, from, to)) {
            return NOT_IN_THE_LIST;
        }
        return fixed == null || fixed.contentEquals(CharBuffer.wrap(text, from, to - from))
                ? null
                : NOT_THE_FIXED_VALUE;
    }

    private static boolean decimal(char[] buffer, int start, int end) {
        int i = start;
        if (i < end && (buffer[i] == '+' || buffer[i] == '-')) {
            i++;
        }
        int digits = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = buffer[i];
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean truth(char[] buffer, int start, int end) {
        if (end - start == 1) {
            return buffer[start] == '1' || buffer[start] == '0';
        }
        return end - start <= 5 && (is("true", buffer, start, end) || is("false", buffer, start, end));
    }

    private static boolean is(String word, char[] buffer, int start, int end) {
        return word.contentEquals(CharBuffer.wrap(buffer, start, end - start));
    }

    /** Only these four: XML knows no other white space. */
    private static boolean white(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean collapsed(char[] buffer, int start, int end) {
        boolean before = true;
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            boolean white = white(c);
            if (white && (before || c != ' ')) {
                return false;
            }
            before = white;
        }
        return start == end || !before;
    }

    private static String collapse(char[] buffer, int start, int length) {
        var text = new StringBuilder(length);
        boolean gap = false;
        for (int i = start; i < start + length; i++) {
            if (white(buffer[i])) {
                gap = !text.isEmpty();
            } else {
                if (gap) {
                    text.append(' ');
                    gap = false;
                }
                text.append(buffer[i]);
            }
        }
        return text.toString();
    }

    /** The text as values of this type are compared. */
    String normalized(String text) {
        return builtin == Builtin.STRING ? text : collapse(text.toCharArray(), 0, text.length());
    }
}
