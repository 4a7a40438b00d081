package org.tegata.rules.oracle;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tegata.problem.Severity;

/**
 * What was said of a document, reduced to what two judges can be compared by.
 *
 * @param outcome how far the judge came
 * @param fired rule and severity, such as {@code BR-01 ERROR}, each once; only where the schema was kept to
 */
public record Ruling(Outcome outcome, SortedSet<String> fired) {

    /** How far a judge came. */
    public enum Outcome {
        /** Not XML, or refused. */
        UNREADABLE,
        /** The schema was broken, so no rule was asked. */
        SCHEMA_BROKEN,
        /** The judge broke down on a document that keeps to the schema. */
        ABORTED,
        JUDGED
    }

    public static Ruling of(Outcome outcome) {
        return new Ruling(outcome, new TreeSet<>());
    }

    public static Ruling judged(Collection<String> fired) {
        return new Ruling(Outcome.JUDGED, new TreeSet<>(fired));
    }

    public static Ruling aborted(Collection<String> firedBefore) {
        return new Ruling(Outcome.ABORTED, new TreeSet<>(firedBefore));
    }

    public static String fired(String ruleId, Severity severity) {
        return ruleId + ' ' + severity;
    }

    public boolean fires(String ruleId) {
        return fired.stream().anyMatch(one -> one.startsWith(ruleId + ' '));
    }

    public boolean isJudged() {
        return outcome == Outcome.JUDGED;
    }
}
