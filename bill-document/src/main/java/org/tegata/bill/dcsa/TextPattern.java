package org.tegata.bill.dcsa;

import java.util.regex.Pattern;

/**
 * A regular expression of the published schema, read as OpenAPI 3.0 says: in the dialect of ECMA-262, where a dot is no
 * line break and {@code \s} knows the blanks of Unicode. Java's own dialect differs in both. Immutable, thread-safe.
 */
public final class TextPattern {

    private static final String TRIMMED_LINE = "^\\S(?:.*\\S)?$";
    private static final String BLANKS =
            "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F" + "\\u3000\\uFEFF";

    private final String source;
    private final Pattern pattern;
    private final boolean trimmedLine;

    private TextPattern(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
        this.trimmedLine = source.equals(TRIMMED_LINE);
    }

    static TextPattern of(String source) {
        var java = new StringBuilder();
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && source.charAt(i + 1) == 'S') {
                java.append("[^").append(BLANKS).append(']');
                i++;
            } else if (c == '\\') {
                java.append(c).append(source.charAt(++i));
            } else {
                java.append(c == '.' ? "[^\\n\\r\\u2028\\u2029]" : String.valueOf(c));
            }
        }
        return new TextPattern(source, Pattern.compile(java.toString()));
    }

    /** The expression as it was published. */
    public String source() {
        return source;
    }

    /** Whether the pattern wants one line without blanks around it, as most do. */
    public boolean isTrimmedLine() {
        return trimmedLine;
    }

    /** Whether the text has this form. */
    public boolean matches(String text) {
        return trimmedLine ? isLine(text) : pattern.matcher(text).matches();
    }

    private static boolean isLine(String text) {
        if (text.isEmpty() || isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
        return c == '\uFEFF' || Character.getType(c) == Character.SPACE_SEPARATOR || c == '\u2028' || c == '\u2029';
    }

    @Override
    public String toString() {
        return source;
    }
}
