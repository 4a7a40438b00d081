package org.tegata.lc.domain.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares names of traders: case, punctuation, accents and usual abbreviations do not conflict (ISBP 821 A1, A23). */
final class Names {

    private static final double SIMILAR = 0.85;
    private static final int LONG_WORD = 5;

    private static final Map<String, String> LONG_FORMS = Map.ofEntries(
            Map.entry("LTD", "LIMITED"),
            Map.entry("CO", "COMPANY"),
            Map.entry("CORP", "CORPORATION"),
            Map.entry("INC", "INCORPORATED"),
            Map.entry("INTL", "INTERNATIONAL"),
            Map.entry("MFG", "MANUFACTURING"),
            Map.entry("PTE", "PRIVATE"),
            Map.entry("PVT", "PRIVATE"),
            Map.entry("IND", "INDUSTRIES"),
            Map.entry("BROS", "BROTHERS"));

    private Names() {}

    static Agreement compare(String one, String other) {
        var a = words(one);
        var b = words(other);
        if (String.join("", a).equals(String.join("", b))) {
            return Agreement.AGREES;
        }
        if (oneTypingError(a, b)) {
            return Agreement.AGREES;
        }
        return similarity(new HashSet<>(a), new HashSet<>(b)) >= SIMILAR ? Agreement.UNKNOWN : Agreement.CONFLICTS;
    }

    /** Capitals, no accents, no punctuation, abbreviations spelt out. */
    static List<String> words(String name) {
        // Banks transliterate before they send: FIN has no umlaut, paper has.
        String latin = name.replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "AE")
                .replace("Ö", "OE")
                .replace("Ü", "UE")
                .replace("&", " AND ");
        String plain = Normalizer.normalize(latin, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                // K.K. and G.m.b.H. are one word each.
                .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replace("KABUSHIKI KAISHA", "KK");
        return Arrays.stream(plain.split(" "))
                .map(word -> LONG_FORMS.getOrDefault(word, word))
                .toList();
    }

    /** One wrong, missing, added or swapped letter in one long word without digits. */
    private static boolean oneTypingError(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        int differing = -1;
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        String x = a.get(differing);
        String y = b.get(differing);
        return Math.min(x.length(), y.length()) >= LONG_WORD
                && x.chars().allMatch(Character::isLetter)
                && y.chars().allMatch(Character::isLetter)
                && distance(x, y) == 1;
    }

    private static double similarity(Set<String> a, Set<String> b) {
        var both = new HashSet<>(a);
        both.retainAll(b);
        return 2.0 * both.size() / (a.size() + b.size());
    }

    /** Damerau and Levenshtein's distance, neighbours swapped counting one. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
