package org.tegata.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.RuleBook;

/**
 * What a caller lets pass: a verdict states facts, the same for everybody, and a policy decides on them.
 *
 * @param refused severities that are not let pass
 * @param ignored rules that the caller does not mind; findings of the schema cannot be ignored, for without a valid
 *     structure no rule was asked
 */
public record AcceptancePolicy(Set<Severity> refused, Set<String> ignored) {

    private static final String SCHEMA_RULE = "cvc-";

    public AcceptancePolicy {
        refused = Set.copyOf(refused);
        ignored = Set.copyOf(ignored);
    }

    /** Whether a document with that verdict passes. Findings that are counted but not listed count as well. */
    public boolean accepts(Verdict verdict) {
        if (verdict.counts().isEmpty()) {
            return true;
        }
        var severities = severities(verdict);
        return verdict.counts().keySet().stream()
                .filter(rule -> rule.startsWith(SCHEMA_RULE) || !ignored.contains(rule))
                .noneMatch(rule -> refused.contains(severities.getOrDefault(rule, Severity.ERROR)));
    }

    private static Map<String, Severity> severities(Verdict verdict) {
        var severities = new HashMap<String, Severity>();
        if (verdict.omitted() > 0) {
            var judge = RuleSets.find(verdict.ruleSet() + ":" + verdict.ruleSetVersion());
            judge.map(RuleSet::books).orElse(List.of()).forEach(book -> note(book, severities));
        }
        verdict.findings().forEach(finding -> severities.put(finding.ruleId(), finding.severity()));
        return severities;
    }

    private static <T> void note(RuleBook<T> book, Map<String, Severity> severities) {
        book.rules().forEach(rule -> severities.put(rule.id(), book.severity(rule)));
    }
}
