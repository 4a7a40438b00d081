package org.tegata.bill.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tegata.problem.Finding;
import org.tegata.xml.XmlElement;

/** Judges a bill that is valid by its schema; thread-safe. */
public final class BillRules {

    /** Where the day begins first: a date that has not come there is in the future everywhere. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final Clock clock;

    /** Judges by the day that it is. */
    public BillRules() {
        this(Clock.systemUTC());
    }

    /** Judges by the day that the clock shows: which dates are in the future, and nothing else. */
    public BillRules(Clock clock) {
        this.clock = clock.withZone(FIRST_ZONE);
    }

    /** Every finding, in document order, each with its rule id {@code TGT-BL-nn} and the XPath of its element. */
    public List<Finding> check(XmlElement bill) {
        var findings = new Findings();
        var document = bill.first("ExchangedDocument");
        var consignment = bill.first("SpecifiedSupplyChainConsignment");
        if (document != null && consignment != null) {
            new Judgement(findings, LocalDate.now(clock)).check(bill, document, consignment);
        }
        return findings.inDocumentOrder(bill);
    }
}
