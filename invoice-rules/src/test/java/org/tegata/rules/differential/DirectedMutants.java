package org.tegata.rules.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of what makes a rule fire and what nearly does. */
final class DirectedMutants {

    private static final Map<String, String> FAMILIES = Map.of("K", "IC", "L", "AF", "M", "AG");

    private DirectedMutants() {}

    /**
     * One row.
     *
     * @param fires a document that breaks the rule
     * @param quiet one that is close to it and does not
     */
    record Case(String rule, Mutant fires, Mutant quiet) {}

    /** The rows of a table on the class path. */
    static List<Case> of(String table) {
        var cases = new ArrayList<Case>();
        for (String line : lines(table)) {
            String[] columns = line.split("\\|", -1);
            String seed = columns[1].strip();
            int bracket = seed.indexOf('[');
            if (bracket < 0) {
                cases.add(row(columns[0].strip(), seed, columns));
                continue;
            }
            for (String category :
                    seed.substring(bracket + 1, seed.length() - 1).split(" ")) {
                cases.add(row(
                        columns[0].strip().replace("$R", FAMILIES.getOrDefault(category, category)),
                        seed.substring(0, bracket).strip().replace("$C", category),
                        columns));
            }
        }
        return cases;
    }

    private static Case row(String rule, String seed, String[] columns) {
        try {
            String quiet = columns.length > 3 ? columns[3] : "";
            return new Case(rule, mutant(seed, columns[2]), mutant(seed, quiet));
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(rule + " on " + seed + ": " + impossible.getMessage(), impossible);
        }
    }

    private static Mutant mutant(String seed, String edits) {
        return new Mutant(seed + ": " + edits.strip(), Edit.applied(Corpus.seed(seed), edits));
    }

    /** Rule id and reason, for every line of a list on the class path. */
    static Map<String, String> reasons(String list) {
        var reasons = new LinkedHashMap<String, String>();
        for (String line : lines(list)) {
            String[] words = line.split("\\s+", 2);
            reasons.put(words[0], words[1]);
        }
        return reasons;
    }

    /** The lines of a list on the class path that are not comments. */
    static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(DirectedMutants.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
