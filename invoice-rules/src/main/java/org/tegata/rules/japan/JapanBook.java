package org.tegata.rules.japan;

import java.time.LocalDate;
import java.util.List;
import org.tegata.rules.rule.RuleBook;

/**
 * What a qualified invoice (適格請求書) must say so that its buyer may deduct the consumption tax.
 *
 * <p>The law is article 57-4 of the Consumption Tax Act (消費税法): paragraph 1 for invoices, paragraph 3 for return
 * invoices (適格返還請求書), which are of type 381 here. An ERROR is what the law demands, or what makes a demanded
 * statement wrong; a WARNING is good practice, or a doubt that this program cannot settle. Each class of rules says
 * which paragraph it follows. Simplified invoices (paragraph 2, of retail trade) are not known to CII.
 */
public final class JapanBook {

    /** The guideline ids (BT-24) that choose these rules: ours, and that of Peppol's billing in Japan. */
    public static final List<String> GUIDELINES =
            List.of("urn:tegata.org:jp-qualified-invoice:1.0", "urn:peppol:pint:billing-1@jp-1");

    /** The day from which there are qualified invoices. */
    public static final LocalDate FROM = LocalDate.of(2023, 10, 1);

    static final String ROOT = "/rsm:CrossIndustryInvoice";
    static final String TRANSACTION = ROOT + "/rsm:SupplyChainTradeTransaction";
    static final String LINE = TRANSACTION + "/ram:IncludedSupplyChainTradeLineItem";
    static final String AGREEMENT = TRANSACTION + "/ram:ApplicableHeaderTradeAgreement";
    static final String SETTLEMENT = TRANSACTION + "/ram:ApplicableHeaderTradeSettlement";
    static final String SUMMATION = SETTLEMENT + "/ram:SpecifiedTradeSettlementHeaderMonetarySummation";

    private JapanBook() {}

    /** A new book of these rules. */
    public static RuleBook<JapanNotes> create() {
        var book = new RuleBook<JapanNotes>("jp-qualified-invoice", "1.0", JapanNotes::new);
        JapanNotes.gather(book);
        PartyRules.addTo(book.pattern());
        SupplyRules.addTo(book.pattern());
        TaxRules.addTo(book.pattern());
        TotalRules.addTo(book.pattern());
        YenRules.addTo(book.pattern());
        return book;
    }
}
