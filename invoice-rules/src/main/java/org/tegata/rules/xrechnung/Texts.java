package org.tegata.rules.xrechnung;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;

/** Texts as the official rules compare them: XML's four white spaces count as white space, and no others. */
final class Texts {

    private Texts() {}

    static boolean space(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Nothing but white space, or nothing at all. */
    static boolean blank(@Nullable String text) {
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                if (!space(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean filled(@Nullable Element element) {
        return element != null && !blank(element.text());
    }

    static boolean filled(@Nullable Element parent, Name child) {
        return parent != null && filled(parent.child(child));
    }

    /** Without white space around, and with one blank for every run of it within; empty for null. */
    static String normal(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isNormal(text)) {
            return text;
        }
        var normal = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (space(c)) {
                gap = normal.length() > 0;
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

    private static boolean isNormal(String text) {
        boolean after = true;
        for (int i = 0; i < text.length(); i++) {
            boolean space = space(text.charAt(i));
            if (space && (after || text.charAt(i) != ' ')) {
                return false;
            }
            after = space;
        }
        return !after || text.isEmpty();
    }
}
