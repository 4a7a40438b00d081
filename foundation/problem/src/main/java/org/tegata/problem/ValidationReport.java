package org.tegata.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on one document: all findings, in document order, under a named rule set.
 *
 * @param ruleSet id of the rule set that judged
 * @param findings every finding, never only the first
 */
public record ValidationReport(String ruleSet, List<Finding> findings) {

    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Valid means: no finding of severity ERROR. */
    public boolean valid() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** This report with more findings at its end. */
    public ValidationReport and(List<Finding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new ValidationReport(ruleSet, all);
    }
}
