package org.tegata.bill.any;

import java.util.random.RandomGenerator;

/** Texts that programs trip over; all of them can stand in XML 1.0 and in JSON. */
final class AnyText {

    private static final String[] STYLES = {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.-/",
        "abcdefghijklmnopqrstuvwxyz ABC 0123456789",
        "<>&\"'/=!?-[]{}():;,#%\\`$^*|~@+_",
        "船荷証券東京神戸港株式会社運送人裏書　、。",
        "äöüßéèñçøåœþÐłžİı€£¥ §±µ",
        "한국선하증권 ไทย Ελληνικά кириллица עברית العربية",
    };

    /** Each stands for one character or more; the emoji are of two UTF-16 units each. */
    private static final String[] ODD = {
        "😀", "🚢", "𠮷", "e\u0301", "\u200D", "\u00A0", "\u202E", "\u0085", "\uFEFF", "  ", "]]>", "<!--", "&amp;",
        "\\u0041", "\\n", "%s", "${x}", "null", "\uFFFD", "\u007F", "\u3000",
    };

    private static final String[] BREAKS = {"\n", "\t", "\r\n", "\u2028", " \n ", "\u2029"};

    private final RandomGenerator random;

    AnyText(RandomGenerator random) {
        this.random = random;
    }

    /** One line that neither begins nor ends with a blank. */
    String line(int least, int most) {
        String text = of(Math.max(least, 1), most, false).strip();
        var line = new StringBuilder();
        text.codePoints().filter(c -> c != '\uFEFF').forEach(line::appendCodePoint);
        while (!line.isEmpty() && isBlank(line.charAt(0))) {
            line.deleteCharAt(0);
        }
        while (!line.isEmpty() && isBlank(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        while (line.codePointCount(0, line.length()) < Math.max(least, 1)) {
            line.append((char) ('A' + random.nextInt(26)));
        }
        return line.toString();
    }

    /** Anything of so many characters (code points), line breaks and blanks anywhere. */
    String any(int least, int most) {
        return of(least, most, true);
    }

    private String of(int least, int most, boolean breaks) {
        int length = length(least, most);
        var text = new StringBuilder();
        String style = STYLES[random.nextInt(4) > 0 ? random.nextInt(2) : random.nextInt(STYLES.length)];
        int[] letters = style.codePoints().toArray();
        int held = 0;
        while (held < length) {
            int left = length - held;
            String next = Character.toString(letters[random.nextInt(letters.length)]);
            int dice = random.nextInt(100);
            if (dice < 4) {
                next = ODD[random.nextInt(ODD.length)];
            } else if (dice < 6 && breaks) {
                next = BREAKS[random.nextInt(BREAKS.length)];
            }
            int more = next.codePointCount(0, next.length());
            if (more <= left) {
                text.append(next);
                held += more;
            }
        }
        return text.toString();
    }

    private int length(int least, int most) {
        int dice = random.nextInt(100);
        if (dice < 3) {
            return least;
        }
        if (dice < 8 && most <= 300 || dice == 8 && most <= 60_000) {
            return most;
        }
        return least + random.nextInt(Math.min(most, Math.max(least, 3) * 4 + 10) - least + 1);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
