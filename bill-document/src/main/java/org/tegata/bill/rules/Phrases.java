package org.tegata.bill.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.OrderWords;
import org.tegata.xml.XmlElement;

/** Words that mean something in a clause, from {@code rules/phrases.tsv}, and words that only look like them. */
final class Phrases {

    static final Phrases UNCLEAN = of("unclean");
    static final Phrases ON_DECK = of("on-deck");
    static final Phrases CHARTER_PARTY = of("charter-party");
    static final Phrases FREIGHT_PREPAID = of("freight-prepaid");
    static final Phrases FREIGHT_COLLECT = of("freight-collect");

    private final List<String> meant;
    private final List<String> harmless;

    private Phrases(List<String> meant, List<String> harmless) {
        this.meant = meant;
        this.harmless = harmless;
    }

    private static Phrases of(String subject) {
        var meant = new ArrayList<String>();
        var harmless = new ArrayList<String>();
        for (String[] row : table("phrases.tsv")) {
            if (row[0].equals(subject)) {
                (row[1].equals("meant") ? meant : harmless).add(row[2]);
            }
        }
        return new Phrases(List.copyOf(meant), List.copyOf(harmless));
    }

    /** The rows of a table beside this class, without its header and its comments. */
    static List<String[]> table(String name) {
        var resource = Objects.requireNonNull(Phrases.class.getResourceAsStream("/rules/" + name), name);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> meant() {
        return meant;
    }

    List<String> harmless() {
        return harmless;
    }

    /** The first phrase that is meant in that element's text, or null. */
    @Nullable
    String in(XmlElement content) {
        return in(Values.text(content));
    }

    @Nullable
    String in(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = normal(text);
        @Nullable String cleared = null;
        for (String phrase : meant) {
            if (find(words, phrase, 0) >= 0) {
                cleared = cleared == null ? cleared(words) : cleared;
                if (find(cleared, phrase, 0) >= 0) {
                    return phrase;
                }
            }
        }
        return null;
    }

    /** The words without those that mean no harm. */
    private String cleared(String words) {
        String cleared = words;
        for (String phrase : harmless) {
            cleared = cleared.replace(phrase, "|");
        }
        return cleared;
    }

    /** As {@link OrderWords#normal} reads it, with straight apostrophes and hyphens. */
    static String normal(@Nullable String text) {
        return text == null
                ? ""
                : OrderWords.normal(text)
                        .replace('\u2019', '\'')
                        .replace('\u2010', '-')
                        .replace('\u2011', '-');
    }

    /** Where the phrase stands as whole words, from that place on, or -1. */
    static int find(String words, String phrase, int from) {
        for (int at = words.indexOf(phrase, from); at >= 0; at = words.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            if ((at == 0 || !isOfWord(words.charAt(at - 1)))
                    && (end == words.length() || !isOfWord(words.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOfWord(char c) {
        // Japanese is written without blanks: only letters that make up words with blanks bind.
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    /** What the clauses of the document say. */
    static List<XmlElement> clauses(XmlElement document) {
        var contents = new ArrayList<XmlElement>();
        for (XmlElement clause : document.all("ContractualDocumentClause")) {
            contents.addAll(clause.all("Content"));
        }
        return contents;
    }
}
