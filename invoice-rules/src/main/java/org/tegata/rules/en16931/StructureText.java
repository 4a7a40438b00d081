package org.tegata.rules.en16931;

/** White space as XPath sees it: space, tab, line feed and carriage return, and nothing else. */
final class StructureText {

    private StructureText() {}

    /** Without white space at the ends, and with one space for white space within. */
    static String normalized(String text) {
        if (isNormalized(text)) {
            return text;
        }
        var normal = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (white(c)) {
                gap = !normal.isEmpty();
            } else {
                if (gap) {
                    normal.append(' ');
                    gap = false;
                }
                normal.append(c);
            }
        }
        return normal.toString();
    }

    static boolean white(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Nearly every text is: then nothing is copied. */
    private static boolean isNormalized(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                gap = false;
            } else if (gap || c != ' ') {
                return false;
            } else {
                gap = true;
            }
        }
        return !gap || text.isEmpty();
    }
}
