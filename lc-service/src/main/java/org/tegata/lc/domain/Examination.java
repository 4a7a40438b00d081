package org.tegata.lc.domain;

import java.time.Instant;
import java.util.List;

/**
 * The result of examining one presentation (UCP 600 art. 14): every rule, whatever the others found, because only one
 * notice of refusal is allowed (art. 16(d)).
 *
 * @param rulePack which rules, in which version
 */
public record Examination(String rulePack, Instant at, List<RuleResult> results) {

    public Examination {
        results = List.copyOf(results);
    }

    public Verdict verdict() {
        if (results.stream().anyMatch(RuleResult::isDiscrepancy)) {
            return Verdict.DISCREPANT;
        }
        return results.stream().anyMatch(RuleResult::needsPerson) ? Verdict.REFER : Verdict.COMPLYING;
    }

    public List<RuleResult> discrepancies() {
        return results.stream().filter(RuleResult::isDiscrepancy).toList();
    }

    /** What a person has to decide. */
    public List<RuleResult> undetermined() {
        return results.stream().filter(RuleResult::needsPerson).toList();
    }
}
