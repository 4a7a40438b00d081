package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.gateway.pint.UnreadableMessage.Violation;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/**
 * What breaks DCSA's attribute table in the transport document of an envelope, each with its place in the envelope.
 * Conditions between attributes are not judged here: the registry does, with its own answer.
 */
final class DocumentViolations {

    private static final AttributeTable TABLE = AttributeTable.load();
    private static final int MAX_VIOLATIONS = 50;

    private DocumentViolations() {}

    /** At most {@value #MAX_VIOLATIONS}. */
    static List<Violation> of(JsonNode transportDocument) {
        return TABLE.form(transportDocument).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .limit(MAX_VIOLATIONS)
                .map(DocumentViolations::violation)
                .toList();
    }

    private static Violation violation(Finding finding) {
        String actual = finding.actual();
        return new Violation(jsonPath(finding.location()), actual == null ? "" : actual, finding.message());
    }

    /** The table's names hold neither digits alone nor what a JSON pointer escapes. */
    private static String jsonPath(String pointer) {
        var path = new StringBuilder("$.transportDocument");
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            if (Character.isDigit(step.charAt(0))) {
                path.append('[').append(step).append(']');
            } else {
                path.append('.').append(step);
            }
        }
        return path.toString();
    }
}
