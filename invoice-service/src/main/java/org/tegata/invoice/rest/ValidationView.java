package org.tegata.invoice.rest;

import java.util.List;
import org.tegata.problem.Finding;
import org.tegata.problem.ValidationReport;

/** The verdict on a document that was not stored. */
public record ValidationView(boolean valid, String ruleSet, List<Finding> findings) {

    static ValidationView of(ValidationReport report) {
        return new ValidationView(report.valid(), report.ruleSet(), report.findings());
    }
}
