package org.tegata.rules.en16931;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;

/** What the EN 16931 rules need to know of the whole invoice: sums, and what occurs anywhere. */
public final class Totals {

    private static final Name LINE_SETTLEMENT = Name.of("ram:SpecifiedLineTradeSettlement");
    private static final Name HEADER_SETTLEMENT = Name.of("ram:ApplicableHeaderTradeSettlement");
    private static final Path LINE_TOTALS =
            Path.of("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount");
    private static final Path ACTUAL_AMOUNTS = Path.of("ram:ActualAmount");
    private static final Name DUE_DATE = Name.of("ram:DueDateDateTime");
    private static final Name DESCRIPTION = Name.of("ram:Description");

    private final CategoryTotal[] categories = new CategoryTotal[VatCategory.values().length];
    private final AllowanceTotal allowances = new AllowanceTotal();
    private final AllowanceTotal charges = new AllowanceTotal();
    private final StructureNotes structureNotes = new StructureNotes();

    private int lines;
    private double lineTotals;
    private final DoubleSum taxes = new DoubleSum();
    private double duePayable = Double.NaN;
    private @Nullable String invoiceCurrency;
    private @Nullable String taxCurrency;
    private boolean paymentTerms;
    private boolean taxPointDate;
    private boolean dueDateType;
    private boolean splitPayment;
    private boolean standardRate;
    private boolean abroad;
    private boolean tradeTaxOtherThanO;
    private boolean allowanceTaxOtherThanO;

    /** The allowances, or the charges, on the level of the document. */
    static final class AllowanceTotal {
        /** How many there are. */
        int count;
        /** The first amount of each, as doubles. */
        final DoubleSum firstAmounts = new DoubleSum();
        /** All amounts of each, as doubles. */
        final DoubleSum allAmounts = new DoubleSum();
    }

    Totals() {
        for (int i = 0; i < categories.length; i++) {
            categories[i] = new CategoryTotal();
        }
    }

    /** Has a book fill its tally. */
    static void gather(RuleBook<Totals> book) {
        book.gather("//ram:SpecifiedLineTradeSettlement", Totals::line);
        book.gather("//ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge", Totals::allowanceCharge);
        book.gather("//ram:ApplicableTradeTax", Totals::tradeTax);
        book.gather("//ram:CategoryTradeTax", Totals::allowanceTax);
        book.gather("//ram:CategoryCode", Totals::anyCategoryCode);
        book.gather(
                "//ram:CountryID", (totals, id) -> totals.abroad |= !id.text().equals("IT"));
        book.gather("//ram:TaxPointDate", (totals, date) -> totals.taxPointDate = true);
        book.gather("//ram:DueDateTypeCode", (totals, code) -> totals.dueDateType = true);
        book.gather(
                "//ram:SpecifiedTradePaymentTerms",
                (totals, terms) -> totals.paymentTerms |= terms.has(DUE_DATE) || terms.has(DESCRIPTION));
        book.gather("//ram:DuePayableAmount", Totals::duePayable);
        book.gather("//ram:InvoiceCurrencyCode", (totals, code) -> totals.invoiceCurrency = code.text());
        book.gather("//ram:TaxCurrencyCode", (totals, code) -> totals.taxCurrency = code.text());
    }

    private void line(Element settlement) {
        lines++;
        LINE_TOTALS.forEachIn(settlement, total -> lineTotals += XPathNumbers.number(total));
        int seen = 0;
        for (Element tax = settlement.firstChild(); tax != null; tax = tax.next()) {
            if (tax.name() == Cii.TRADE_TAX) {
                var category = VatCategory.of(tax.text(Cii.CATEGORY_CODE));
                // A line counts once for a category, however often it names it.
                if (category != null && (seen & 1 << category.ordinal()) == 0) {
                    seen |= 1 << category.ordinal();
                    category(category).lines.add(settlement, LINE_TOTALS, rated(category, Cii.TRADE_TAX));
                }
            }
        }
    }

    private void allowanceCharge(Element allowanceCharge) {
        boolean charge = Cii.is(true, allowanceCharge);
        if (!charge && !Cii.is(false, allowanceCharge)) {
            return;
        }
        var total = charge ? charges : allowances;
        total.count++;
        Element first = allowanceCharge.child(Cii.ACTUAL_AMOUNT);
        if (first != null) {
            total.firstAmounts.add(XPathNumbers.number(first));
        }
        ACTUAL_AMOUNTS.forEachIn(allowanceCharge, amount -> total.allAmounts.add(XPathNumbers.number(amount)));
        int seen = 0;
        for (Element tax = allowanceCharge.firstChild(); tax != null; tax = tax.next()) {
            var category = tax.name() == Cii.CATEGORY_TAX ? VatCategory.of(tax.text(Cii.CATEGORY_CODE)) : null;
            if (category != null && (seen & 1 << category.ordinal()) == 0) {
                seen |= 1 << category.ordinal();
                var known = category(category);
                var sum = charge ? known.charges : known.allowances;
                sum.add(allowanceCharge, ACTUAL_AMOUNTS, rated(category, Cii.CATEGORY_TAX));
            }
        }
    }

    /** Only the standard rate is reckoned rate by rate. */
    private static @Nullable Name rated(VatCategory category, Name taxes) {
        return category == VatCategory.STANDARD ? taxes : null;
    }

    private void tradeTax(Element tax) {
        String code = tax.text(Cii.CATEGORY_CODE);
        tradeTaxOtherThanO |= code != null && !code.equals("O");
        Name where = Cii.above(tax).name();
        var category = VatCategory.of(code);
        if (where == LINE_SETTLEMENT && category != null) {
            category(category).inLines++;
        } else if (where == HEADER_SETTLEMENT) {
            for (Element amount = tax.child(Cii.CALCULATED_AMOUNT); amount != null; amount = amount.next()) {
                if (amount.name() == Cii.CALCULATED_AMOUNT) {
                    taxes.add(XPathNumbers.number(amount));
                }
            }
            if (category != null) {
                category(category).inBreakdown++;
            }
        }
    }

    private void allowanceTax(Element tax) {
        String code = tax.text(Cii.CATEGORY_CODE);
        allowanceTaxOtherThanO |= code != null && !code.equals("O");
        var category = VatCategory.of(code);
        if (category != null) {
            category(category).inAllowances++;
        }
    }

    private void anyCategoryCode(Element code) {
        splitPayment |= code.text().equals("B");
        standardRate |= code.text().equals("S");
    }

    private void duePayable(Element amount) {
        if (Double.isNaN(duePayable)) {
            duePayable = XPathNumbers.number(amount);
        }
    }

    /** What is known of one VAT category. */
    CategoryTotal category(VatCategory category) {
        return categories[category.ordinal()];
    }

    /** The allowances (BG-20). */
    AllowanceTotal allowances() {
        return allowances;
    }

    /** The charges (BG-21). */
    AllowanceTotal charges() {
        return charges;
    }

    boolean hasLines() {
        return lines > 0;
    }

    /** The sum of the net amounts of the lines (BT-131), which are added up as doubles, in cents. */
    @Nullable
    BigDecimal lineTotals() {
        BigDecimal sum = XPathNumbers.decimal(lineTotals);
        return sum == null ? null : XPathNumbers.cents(sum);
    }

    /** The sum of the tax amounts of the VAT breakdown (BT-117). */
    DoubleSum taxes() {
        return taxes;
    }

    /** The first amount due for payment that the document names, wherever; not a number where there is none. */
    double duePayable() {
        return duePayable;
    }

    @Nullable
    String invoiceCurrency() {
        return invoiceCurrency;
    }

    @Nullable
    String taxCurrency() {
        return taxCurrency;
    }

    /** Whether payment terms, of the invoice or of a line, have a due date or a description. */
    boolean hasPaymentTerms() {
        return paymentTerms;
    }

    boolean hasTaxPointDate() {
        return taxPointDate;
    }

    boolean hasDueDateType() {
        return dueDateType;
    }

    /** Whether category B, Italian split payment, is used anywhere. */
    boolean hasSplitPayment() {
        return splitPayment;
    }

    /** Whether category S is used anywhere. */
    boolean hasStandardRate() {
        return standardRate;
    }

    /** Whether a country other than Italy is named anywhere. */
    boolean namesCountryOtherThanItaly() {
        return abroad;
    }

    /** Whether a line or the VAT breakdown has a category other than O. */
    boolean hasTradeTaxOtherThanO() {
        return tradeTaxOtherThanO;
    }

    /** Whether an allowance or a charge has a category other than O. */
    boolean hasAllowanceTaxOtherThanO() {
        return allowanceTaxOtherThanO;
    }

    StructureNotes structureNotes() {
        return structureNotes;
    }
}
