package org.tegata.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.rule.RuleBook;

/**
 * By what a document is to be judged.
 *
 * @param ruleSet {@code id} or {@code id:version}; null to let the document's guideline (BT-24) choose
 * @param also further books, asked in the same pass
 * @param maxFindings as many findings are told; the verdict does not depend on it
 * @param on the day that decides which version of a rule set is in force, where none is named; null for the newest
 */
public record Question(
        @Nullable String ruleSet,
        List<RuleBook<?>> also,
        int maxFindings,
        @Nullable LocalDate on) {

    /** As many findings are told unless asked otherwise. */
    public static final int DEFAULT_MAX_FINDINGS = 10_000;

    public Question {
        also = List.copyOf(also);
        if (maxFindings < 0) {
            throw new IllegalArgumentException("maxFindings is negative");
        }
    }

    /** The question without more ado. */
    public static Question of(@Nullable String ruleSet) {
        return new Question(ruleSet, List.of(), DEFAULT_MAX_FINDINGS, null);
    }

    public Question with(RuleBook<?> book) {
        var more = new ArrayList<>(also);
        more.add(book);
        return new Question(ruleSet, more, maxFindings, on);
    }

    public Question telling(int findings) {
        return new Question(ruleSet, also, findings, on);
    }

    public Question on(LocalDate day) {
        return new Question(ruleSet, also, maxFindings, day);
    }
}
