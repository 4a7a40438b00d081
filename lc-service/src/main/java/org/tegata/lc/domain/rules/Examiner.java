package org.tegata.lc.domain.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.Presentation;

/** Runs every rule over one presentation: the same input gives the same result, in the same order. */
public final class Examiner {

    /** Stored with each result; changes whenever a rule does. */
    public static final String RULE_PACK = "tegata-ucp600-1";

    /** What UCP 600 asks of documents and these rules do not look at; told with every result. */
    public static final List<String> NOT_EXAMINED = List.of(
            "correspondence of the goods (art. 18(c))",
            "quantities, unit prices and partial shipments (art. 30, 31)",
            "transhipment (art. 20(b) to (d))",
            "clauses on defective goods, on deck or charter party (art. 20(a)(vi), 26, 27)",
            "signatures and legalisation",
            "non-documentary conditions (art. 14(h))");

    private static final List<Rule> RULES = Stream.of(
                    Articles06And14Presentation.rules(),
                    Article14Conflicts.rules(),
                    Article18Invoice.rules(),
                    Article20BillOfLading.rules(),
                    Article20Control.rules())
            .flatMap(List::stream)
            .toList();

    private Examiner() {}

    /** All results, passes included: only one notice may be given, so no rule stops another (art. 16(d)). */
    public static Examination examine(
            Credit credit,
            Presentation presentation,
            InvoiceFacts invoice,
            BillFacts bill,
            BillTitle title,
            Instant now) {
        var presented = new Presented(credit, presentation, invoice, bill, title, credit.available());
        return new Examination(
                RULE_PACK,
                now,
                RULES.stream().map(rule -> rule.apply(presented)).toList());
    }

    /** The ids of all rules, in the order they run. */
    public static List<String> ruleIds() {
        return RULES.stream().map(Rule::id).toList();
    }
}
