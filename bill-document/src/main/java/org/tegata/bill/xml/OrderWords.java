package org.tegata.bill.xml;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the words in the consignee's name make of a bill (ISBP 821 E12, E13), read in one way wherever they are read.
 *
 * @param kind the reading
 * @param party who is named, as written; of a bill to order of its shipper or to bearer the words themselves
 * @param clear whether nobody could read it otherwise; a bill whose words are not clear is refused
 */
public record OrderWords(Kind kind, String party, boolean clear) {

    /** Whom a bill is made out to. */
    public enum Kind {
        NAMED,
        ORDER_OF,
        ORDER_OF_SHIPPER,
        BEARER
    }

    private static final Pattern BEARER = Pattern.compile("(TO )?BEARER");
    private static final Pattern ORDER_OF_SHIPPER = Pattern.compile("TO (THE )?ORDER( OF (THE )?SHIPPER)?");
    private static final List<String> ORDER_OF = List.of("TO ORDER OF ", "TO THE ORDER OF ");

    /** How words begin that speak of order or bearer, and are no name. */
    private static final Pattern BEGINNING =
            Pattern.compile("((UN)?TO (THE )?(ORDERS?|BEARER|HOLDER)|BEARER|ORDER OF)( .*)?|ORDER", Pattern.DOTALL);

    private static final Pattern END =
            Pattern.compile(".* OR (TO )?((THE|HIS|HER|ITS|THEIR) )?(ORDERS?|BEARER|HOLDER|ASSIGNS?)", Pattern.DOTALL);
    private static final int LONGEST_END = 40;

    private static final List<String> JAPANESE = List.of("指図", "持参人");

    /** Letters of Unicode that show nothing: fillers of Hangul, the blank of Braille. */
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    /** Reads the name of a consignee. */
    public static OrderWords read(String name) {
        String words = withoutEnd(normal(name));
        if (BEARER.matcher(words).matches()) {
            return new OrderWords(Kind.BEARER, name, true);
        }
        if (ORDER_OF_SHIPPER.matcher(words).matches()) {
            return new OrderWords(Kind.ORDER_OF_SHIPPER, name, true);
        }
        int start = party(name);
        String party = start < 0 ? "" : withoutEnd(normal(name.substring(start)));
        if (!party.isEmpty()) {
            return new OrderWords(Kind.ORDER_OF, name.substring(start), !speaksOfOrder(party));
        }
        return new OrderWords(Kind.NAMED, name, !speaksOfOrder(words));
    }

    /** The text as one reads it: NFKC, capital letters, one plain blank between words, nothing invisible. */
    public static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var words = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                words.appendCodePoint(c);
            }
        }
        int end = words.length();
        return end > 0 && words.charAt(end - 1) == ' ' ? words.substring(0, end - 1) : words.toString();
    }

    /** Whether the character shows nothing: any blank of Unicode, a control or a format character. */
    public static boolean isInvisible(int c) {
        return isBlank(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || FILLERS.indexOf(c) >= 0;
    }

    private static String withoutEnd(String words) {
        int end = words.length();
        while (end > 0 && !Character.isLetterOrDigit(words.codePointBefore(end))) {
            end -= Character.charCount(words.codePointBefore(end));
        }
        return words.substring(0, end);
    }

    /** Where the name behind TO ORDER OF begins in the text as written, or -1. */
    private static int party(String text) {
        var read = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (ORDER_OF.contains(read.toString()) && !isInvisible(c)) {
                return i;
            }
            i += Character.charCount(c);
            if (isBlank(c)) {
                read.append(read.isEmpty() || read.charAt(read.length() - 1) == ' ' ? "" : " ");
            } else {
                read.append(normal(Character.toString(c)));
            }
            String soFar = read.toString();
            if (ORDER_OF.stream().noneMatch(words -> words.startsWith(soFar))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean speaksOfOrder(String words) {
        var bare = new StringBuilder(words.length());
        var joined = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                bare.appendCodePoint(c);
                joined.appendCodePoint(c);
            } else if (!bare.isEmpty() && bare.charAt(bare.length() - 1) != ' ') {
                bare.append(' ');
            }
        });
        String all = bare.toString().strip();
        String tail = all.substring(Math.max(0, all.length() - LONGEST_END));
        return BEGINNING.matcher(all).matches()
                || END.matcher(tail).matches()
                || JAPANESE.stream().anyMatch(word -> joined.indexOf(word) >= 0);
    }
}
