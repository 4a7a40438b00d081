package org.tegata.invoice.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tegata.problem.Finding;
import org.tegata.rules.AcceptancePolicy;
import org.tegata.rules.Verdict;

/**
 * The verdict on a document that was not stored.
 *
 * @param valid a fact: no finding of severity ERROR
 * @param accepted by the caller's policy
 * @param engine which build of the rules judged
 * @param findings in document order
 * @param findingsOmitted how many are not listed
 * @param counts how often each rule was broken, listed or not
 */
public record ValidationView(
        boolean valid,
        boolean accepted,
        String ruleSet,
        String ruleSetVersion,
        String release,
        String engine,
        List<Finding> findings,
        int findingsOmitted,
        Map<String, Integer> counts) {

    static ValidationView of(Verdict verdict, AcceptancePolicy policy) {
        return new ValidationView(
                verdict.valid(),
                policy.accepts(verdict),
                verdict.ruleSet(),
                verdict.ruleSetVersion(),
                verdict.release().name(),
                verdict.engine(),
                verdict.findings(),
                verdict.omitted(),
                new TreeMap<>(verdict.counts()));
    }
}
