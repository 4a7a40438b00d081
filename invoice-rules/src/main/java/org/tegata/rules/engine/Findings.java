package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** What was found: all of it counted, as much of it kept as was asked for. */
final class Findings {

    private static final Comparator<Placed> DOCUMENT_ORDER =
            Comparator.comparingInt(Placed::ordinal).thenComparingInt(Placed::rule);

    /** A longer text is cut when it is shown. */
    private static final int SHOWN_CHARACTERS = 200;

    private final int limit;
    private final List<Placed> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int total;
    private boolean errors;

    private record Placed(int ordinal, int rule, Finding finding) {}

    Findings(int limit) {
        this.limit = limit;
    }

    /** Counts one; whether it is also to be told. Lines are judged before what stands above them, so both get room. */
    boolean count(String ruleId, Severity severity, int before) {
        counts.merge(ruleId, 1, Integer::sum);
        total++;
        errors |= severity == Severity.ERROR;
        return kept.size() - before < limit;
    }

    void keep(int ordinal, int rule, Finding finding) {
        kept.add(new Placed(ordinal, rule, finding));
    }

    int keptCount() {
        return kept.size();
    }

    boolean none() {
        return total == 0;
    }

    boolean errors() {
        return errors;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    int total() {
        return total;
    }

    static @Nullable String cut(@Nullable String text) {
        if (text == null || text.length() <= SHOWN_CHARACTERS) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return text.substring(0, end) + "…";
    }

    /** In document order, at most as many as asked for. */
    List<Finding> told() {
        kept.sort(DOCUMENT_ORDER);
        return kept.stream().limit(limit).map(Placed::finding).toList();
    }
}
