package org.tegata.invoice.xml;

import org.tegata.rules.rule.RuleBook;

/** A rule book without a rule: it notes what this service tells others, in the pass that judges the invoice. */
final class FactsBook {

    /** One instance, by which the validator knows it again. */
    static final RuleBook<WrittenInvoice> BOOK = book();

    private FactsBook() {}

    private static RuleBook<WrittenInvoice> book() {
        var book = new RuleBook<>("facts", "1", WrittenInvoice::new);
        book.gather(
                "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem",
                WrittenInvoice::line);
        book.gather("/rsm:CrossIndustryInvoice", WrittenInvoice::rest);
        return book;
    }
}
