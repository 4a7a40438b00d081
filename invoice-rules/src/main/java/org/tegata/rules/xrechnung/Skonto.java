package org.tegata.rules.xrechnung;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Discounts for early payment as XRechnung writes them in the payment terms (BT-20): lines such as {@code
 * #SKONTO#TAGE=14#PROZENT=2.25#}, the last of them ended by a line feed.
 */
final class Skonto {

    // Possessive throughout: no part can begin where another might end, so there is nothing to go back for.
    private static final Pattern LINE =
            Pattern.compile("#SKONTO#TAGE=[0-9]++#PROZENT=[0-9]++\\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]++\\.[0-9]{2})?+#");

    private final String terms;

    Skonto(String terms) {
        this.terms = terms;
    }

    /** Whether any line begins with a hash sign. */
    boolean present() {
        return firstLine(false) != null;
    }

    /** The first line that begins with a hash sign and is no discount; null if there is none. */
    @Nullable
    String wrongLine() {
        return firstLine(true);
    }

    private @Nullable String firstLine(boolean wrong) {
        int start = 0;
        while (start < terms.length()) {
            int feed = terms.indexOf('\n', start);
            int end = feed < 0 ? terms.length() : feed;
            if (startsWithHash(start, end)) {
                String line = Texts.normal(terms.substring(start, end));
                if (!wrong || !LINE.matcher(line).matches()) {
                    return line;
                }
            }
            start = end + 1;
        }
        return null;
    }

    private boolean startsWithHash(int start, int end) {
        int i = start;
        while (i < end && Texts.space(terms.charAt(i))) {
            i++;
        }
        return i < end && terms.charAt(i) == '#';
    }

    /** Whether after the last text between hash signs the line is ended before any other character. */
    boolean ended() {
        int end = endOfLastMarked();
        for (int i = end; i < terms.length() && Texts.space(terms.charAt(i)); i++) {
            if (terms.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Behind the last hash sign of the last line that has two with something between; 0 if no line has. */
    private int endOfLastMarked() {
        int found = 0;
        int first = -1;
        for (int i = 0; i < terms.length(); i++) {
            char c = terms.charAt(i);
            if (c == '\n' || c == '\r') {
                first = -1;
            } else if (c == '#' && first < 0) {
                first = i;
            } else if (c == '#' && i > first + 1) {
                found = i + 1;
            }
        }
        return found;
    }
}
