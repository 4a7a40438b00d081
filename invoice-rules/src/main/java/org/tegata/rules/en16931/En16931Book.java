package org.tegata.rules.en16931;

import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.RuleBook;

/**
 * The rules of EN 16931 for CII, as CEN publishes them: the business rules, then what CII may carry, then code lists.
 *
 * <p>Where an element fits two contexts of the business rules the first of them counts, so their order matters in two
 * places: the categories of the VAT breakdown stand before the breakdown as such, and BR-49 before BR-CO-27.
 */
public final class En16931Book {

    private En16931Book() {}

    /** The book of one version. */
    public static RuleBook<Totals> of(En16931Version version) {
        RuleBook<Totals> book = new RuleBook<>("en16931", version.number(), Totals::new);
        Totals.gather(book);

        Pattern<Totals> pattern = book.pattern();
        Context<Totals> invoice = pattern.on(Cii.INVOICE);
        DocumentRules.addTo(invoice);
        TotalsRules.addTo(pattern, invoice, version);
        LineRules.addTo(pattern);
        AllowanceRules.addTo(pattern, version);
        PeriodRules.addTo(pattern);
        PartyRules.addTo(pattern, version);
        ReferenceRules.addTo(pattern);
        PaymentRules.addTo(pattern, invoice, version);
        for (var category : VatCategory.values()) {
            new VatCategoryRules(category, version).addTo(pattern, invoice);
        }
        SplitPaymentRules.addTo(invoice);
        VatBreakdownRules.addTo(pattern);

        StructureRules.addTo(book, version, Totals::structureNotes);
        CodeRules.addTo(book, version);
        return book;
    }
}
