package org.tegata.bill.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which law a bill's words say governs it, and whether it gives electronic bills the force of paper ({@code
 * rules/governing-laws.tsv}). Reads words, it gives no legal advice: what it does not recognise it reports.
 */
final class GoverningLaw {

    /** What {@link #stated} says of a text that leaves the law to a charter party. */
    static final String CHARTER_PARTY = "charter party";

    /** A law that lets a bill be electronic, or of which that is not known, or not without conditions. */
    private record Law(String name, boolean listed, List<String> words) {}

    private static final List<Law> LAWS = Phrases.table("governing-laws.tsv").stream()
            .map(row -> new Law(row[0], row[1].equals("allows"), List.of(row[2].split("\\|"))))
            .toList();

    private static final List<String> LISTED =
            LAWS.stream().filter(Law::listed).map(Law::name).toList();

    /** What makes words about a law words about the law that governs. */
    private static final List<String> GOVERNING = List.of(
            "GOVERN",
            "CONSTRUED",
            "INTERPRETED",
            "APPLICABLE LAW",
            "PROPER LAW",
            "LAW APPLIES",
            "LAW APPLICABLE",
            "LAW SHALL APPLY",
            "LAW TO APPLY",
            "LAW WILL APPLY",
            "LAW IS TO APPLY",
            "SUBJECT TO",
            "LAW AND JURISDICTION",
            "JURISDICTION AND LAW",
            "LAW AND ARBITRATION",
            "準拠法",
            "準拠する",
            "に準拠");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;。；])\\s*");
    private static final Set<String> NO_NAMES = Set.of(
            "THE",
            "ANY",
            "GOVERNING",
            "APPLICABLE",
            "PROPER",
            "MANDATORY",
            "COMPULSORY",
            "NATIONAL",
            "WHICH",
            "SUCH",
            "OTHER",
            "RELEVANT",
            "BY",
            "OF",
            "THIS",
            "THAT",
            "COMMON",
            "GENERAL",
            "ITS",
            "LOCAL",
            "SAID");

    private static final Pattern NO_NAME_AFTER = Pattern.compile("^THE |[.,;:].*| (AND|SHALL|WITHOUT|AS|IN|TO|OR) .*");

    /** Longer texts are read so far: the law is not stated behind a million words. */
    private static final int READ = 100_000;

    private GoverningLaw() {}

    static boolean isListed(String law) {
        return LISTED.contains(law);
    }

    /** The names of the laws that let a bill be electronic. */
    static List<String> listed() {
        return LISTED;
    }

    /**
     * The laws that the text says govern: names of the table, others as they are written. A line is read by itself
     * (a heading, a clause); only when none names a law are the lines read on, as words that were wrapped.
     */
    static Set<String> stated(@Nullable String text) {
        if (text == null || !(text.contains("aw") || text.contains("AW") || text.contains("法"))) {
            return Set.of();
        }
        String read = text.substring(0, Math.min(READ, text.length()));
        var found = new LinkedHashSet<String>();
        read.lines().forEach(line -> found.addAll(inSentences(line)));
        return found.isEmpty() ? inSentences(read) : found;
    }

    private static Set<String> inSentences(String text) {
        var found = new LinkedHashSet<String>();
        String words = Phrases.normal(text);
        if (GOVERNING.stream().anyMatch(words::contains)) {
            for (String sentence : SENTENCE_END.split(words)) {
                if (GOVERNING.stream().anyMatch(sentence::contains)) {
                    found.addAll(named(sentence));
                }
            }
        }
        return found;
    }

    private static List<String> named(String sentence) {
        var names = new ArrayList<String>();
        for (Law law : LAWS) {
            if (law.words().stream().anyMatch(words -> isLaw(sentence, words))) {
                names.add(law.name());
            }
        }
        if (!names.isEmpty()) {
            return names;
        }
        if (Phrases.CHARTER_PARTY.in(sentence) != null) {
            return List.of(CHARTER_PARTY);
        }
        String other = other(sentence);
        return other == null ? List.of() : List.of(other);
    }

    /** Whether these words stand there as a law's, not as a court's or a place's. */
    private static boolean isLaw(String sentence, String words) {
        for (int at = Phrases.find(sentence, words, 0); at >= 0; at = Phrases.find(sentence, words, at + 1)) {
            String after =
                    sentence.substring(at + words.length(), Math.min(sentence.length(), at + words.length() + 40));
            String before = sentence.substring(Math.max(0, at - 40), at);
            if (after.startsWith(" LAW")
                    || words.endsWith("法")
                    || before.matches(".*\\bLAWS? (OF|IN FORCE IN|:) ?(THE )?")
                    || before.matches(".*\\bLAW: ?")) {
                return true;
            }
        }
        return false;
    }

    /** What stands there as the name of a law that the table does not know. */
    private static @Nullable String other(String sentence) {
        for (int at = law(sentence, 0); at >= 0; at = law(sentence, at + 1)) {
            int after = at + (sentence.startsWith("LAWS", at) ? 4 : 3);
            if (sentence.startsWith(" OF ", after)) {
                String name = sentence.substring(after + 4, Math.min(sentence.length(), after + 44));
                return NO_NAME_AFTER.matcher(name).replaceAll("").strip();
            }
            int start = sentence.lastIndexOf(' ', Math.max(0, at - 2)) + 1;
            String before = sentence.substring(start, at).strip();
            if (!before.isEmpty() && before.length() < 40 && !NO_NAMES.contains(before)) {
                return before + " LAW";
            }
        }
        return null;
    }

    private static int law(String sentence, int from) {
        int one = Phrases.find(sentence, "LAW", from);
        int many = Phrases.find(sentence, "LAWS", from);
        return one < 0 ? many : many < 0 ? one : Math.min(one, many);
    }
}
