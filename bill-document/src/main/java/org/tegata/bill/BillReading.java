package org.tegata.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.problem.ValidationReport;
import org.tegata.xml.XmlElement;

/**
 * A bill as it came, judged, and in both languages as far as it could be read.
 *
 * @param report every finding; locations are those of the language in which the bill came
 * @param document the bill as XML; null when what came is too faulty to be said in it
 * @param transportDocument the bill as DCSA's transport document; null when it is too faulty
 * @param unsaid what of it the other language cannot say
 */
public record BillReading(
        ValidationReport report,
        @Nullable XmlElement document,
        @Nullable ObjectNode transportDocument,
        List<Unsaid> unsaid) {

    public BillReading {
        unsaid = List.copyOf(unsaid);
    }

    /** Whether no rule is broken; then both documents are there. */
    public boolean valid() {
        return report.valid() && document != null && transportDocument != null;
    }
}
