package org.tegata.bill.mapping;

/** White space: what two documents must agree on is words, not line breaks. */
final class Words {

    private Words() {}

    /** The text with each run of white space that holds a line break or a tab as one blank, and no ends of it. */
    static String of(String text) {
        int end = text.length();
        int start = 0;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' && isSpace(c)) {
                return joined(text, start, end);
            }
        }
        return text.substring(start, end);
    }

    private static String joined(String text, int start, int end) {
        var words = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            if (!isSpace(text.charAt(i))) {
                words.append(text.charAt(i++));
                continue;
            }
            int from = i;
            boolean blanksOnly = true;
            for (; i < end && isSpace(text.charAt(i)); i++) {
                blanksOnly &= text.charAt(i) == ' ';
            }
            words.append(blanksOnly ? text.substring(from, i) : " ");
        }
        return words.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Whether XML 1.0 has all the characters of the text. */
    static boolean areXml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < ' ' && !isSpace(c) || c >= 0xFFFE || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** How many characters the text has, as DCSA's table counts them. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Its first characters, without a blank at the end. */
    static String cut(String text, int most) {
        return length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).stripTrailing();
    }

    /** Where a line of the text that begins there ends: at a blank, or within a word that is longer than a line. */
    static int lineEnd(String text, int start, int most) {
        int end = start;
        for (int i = 0; i < most && end < text.length(); i++) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == text.length()) {
            return end;
        }
        int blank = end;
        while (blank > start && text.charAt(blank) != ' ') {
            blank--;
        }
        return blank > start ? blank : end;
    }

    /** The first place from there on that is no blank. */
    static int afterBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
