package org.tegata.invoice.domain.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.problem.Finding;

/** Asks every rule, and tells everything that was found. */
public final class InvoiceRules {

    private static final List<Function<InvoiceDocument, Stream<Finding>>> ALL = List.of(
            Identification::complete,
            Identification::typeCode,
            Identification::issueDate,
            Identification::partyIds,
            Identification::readable,
            Money::currencies,
            Money::decimals,
            Totals::sumOfLines,
            Totals::taxBasis,
            Totals::grandTotal,
            Totals::duePayable,
            Goods::weights,
            Goods::classifications,
            Goods::namedPlace,
            Goods::unlocodes);

    /** A fault that stands in every one of ten thousand lines is understood from the first hundred. */
    private static final int MAX_FINDINGS_A_RULE = 100;

    private InvoiceRules() {}

    /** The findings of all rules on a document that its XML schema accepts. */
    public static List<Finding> check(InvoiceDocument document) {
        return ALL.stream()
                .flatMap(rule -> rule.apply(document).limit(MAX_FINDINGS_A_RULE))
                .toList();
    }
}
