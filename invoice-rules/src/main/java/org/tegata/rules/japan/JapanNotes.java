package org.tegata.rules.japan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.RuleBook;

/** What the rules of Japan need to know of the document as a whole: above all its amounts by rate of tax. */
public final class JapanNotes {

    static final String YEN = "JPY";

    private static final String RETURN_INVOICE = "381";
    private static final Name CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Name TAX = Name.of("ram:ApplicableTradeTax");
    private static final Name ALLOWANCE_CHARGE = Name.of("ram:SpecifiedTradeAllowanceCharge");
    private static final Name SERVICE_CHARGE = Name.of("ram:SpecifiedLogisticsServiceCharge");
    private static final Name CATEGORY_TAX = Name.of("ram:CategoryTradeTax");
    private static final Name ACTUAL_AMOUNT = Name.of("ram:ActualAmount");
    private static final Name APPLIED_TAX = Name.of("ram:AppliedTradeTax");
    private static final Name APPLIED_AMOUNT = Name.of("ram:AppliedAmount");
    private static final Name TAX_POINT = Name.of("ram:TaxPointDate");
    private static final Path INDICATOR = Path.of("ram:ChargeIndicator/udt:Indicator");
    private static final Path GRAND_TOTAL =
            Path.of("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount");

    private boolean returnInvoice;
    private boolean yen = true;
    private int taxNumbers;
    private boolean registered;
    private int lines;
    private boolean lineUndated;
    private boolean lineWithoutOriginal;
    private boolean lineUnsorted;
    private boolean taxPoint;
    private boolean taxIncluded;
    private int taxRows;
    private boolean taxRowIncomplete;
    private boolean reducedRate;
    private @Nullable BigDecimal repeatedRate;
    private BigDecimal taxSum = BigDecimal.ZERO;
    private final Map<BigDecimal, BigDecimal> supplied = new HashMap<>();
    private final Map<BigDecimal, BigDecimal> stated = new HashMap<>();
    private final Set<String> rows = new HashSet<>();

    static void gather(RuleBook<JapanNotes> book) {
        book.gather(JapanBook.ROOT + "/rsm:ExchangedDocument/ram:TypeCode", JapanNotes::type);
        book.gather(PartyRules.TAX_NUMBERS, JapanNotes::taxNumber);
        book.gather(JapanBook.LINE, JapanNotes::line);
        book.gather(JapanBook.SETTLEMENT, JapanNotes::settlement);
    }

    private void type(Element type) {
        returnInvoice = type.text().strip().equals(RETURN_INVOICE);
    }

    private void taxNumber(Element id) {
        if (RegistrationNumber.isTaxNumber(id)) {
            taxNumbers++;
            registered |= RegistrationNumber.formed(id);
        }
    }

    private void line(Element line) {
        lines++;
        lineUndated |= !SupplyRules.lineDated(line);
        lineWithoutOriginal |= !SupplyRules.lineNamesOriginal(line);
        var tax = SupplyRules.taxOf(line);
        var amount = SupplyRules.amountOf(line);
        var rate = tax == null ? null : TaxRow.rate(tax);
        if (amount != null && rate != null) {
            supplied.merge(rate, amount, BigDecimal::add);
        } else if (tax == null || TaxRow.isTaxed(tax)) {
            lineUnsorted = true;
        }
    }

    private void settlement(Element settlement) {
        String currency = settlement.text(CURRENCY);
        yen = currency == null || currency.strip().equals(YEN);
        BigDecimal basisSum = BigDecimal.ZERO;
        for (var part = settlement.firstChild(); part != null; part = part.next()) {
            if (part.name() == TAX && TaxRow.isConsumptionTax(part)) {
                basisSum = basisSum.add(taxRow(part));
            } else if (part.name() == ALLOWANCE_CHARGE) {
                furtherAmount(part, CATEGORY_TAX, ACTUAL_AMOUNT, isCharge(part));
            } else if (part.name() == SERVICE_CHARGE) {
                furtherAmount(part, APPLIED_TAX, APPLIED_AMOUNT, true);
            }
        }
        var total = TaxRow.number(GRAND_TOTAL.firstIn(settlement));
        taxIncluded = total != null && taxSum.signum() != 0 && total.compareTo(basisSum) == 0;
    }

    /** Notes a row of the tax breakdown; gives its basis. */
    private BigDecimal taxRow(Element row) {
        taxPoint |= row.has(TAX_POINT);
        var basis = TaxRow.number(row.child(TaxRow.BASIS));
        var tax = TaxRow.number(row.child(TaxRow.TAX));
        if (tax != null) {
            taxSum = taxSum.add(tax);
        }
        var rate = TaxRow.rate(row);
        if (TaxRow.isTaxed(row)) {
            taxRows++;
            taxRowIncomplete |= tax == null;
            if (rate != null) {
                reducedRate |= rate.compareTo(TaxRow.REDUCED) == 0;
                repeatedRate = rows.add(rowKey(row, rate)) ? repeatedRate : rate;
            }
        }
        if (rate != null && basis != null) {
            stated.merge(rate, basis, BigDecimal::add);
        }
        return basis == null ? BigDecimal.ZERO : basis;
    }

    /** Old contracts may still be taxed at the former full rate of 8 %, which is another rate than the reduced one. */
    private static String rowKey(Element row, BigDecimal rate) {
        String category = rate.compareTo(TaxRow.REDUCED) == 0 ? row.text(TaxRow.CATEGORY) : null;
        return category == null ? rate.toPlainString() : rate.toPlainString() + category.strip();
    }

    private static boolean isCharge(Element part) {
        String indicator = INDICATOR.textIn(part);
        return indicator != null
                && (indicator.strip().equals("true") || indicator.strip().equals("1"));
    }

    private void furtherAmount(Element part, Name taxName, Name amountName, boolean charge) {
        var tax = part.child(taxName);
        var rate = tax == null ? null : TaxRow.rate(tax);
        var amount = TaxRow.number(part.child(amountName));
        if (rate == null || amount == null) {
            lineUnsorted = true;
        } else {
            supplied.merge(rate, charge ? amount : amount.negate(), BigDecimal::add);
        }
    }

    /** Whether this is a return invoice (適格返還請求書), of which the law demands less. */
    static boolean returnInvoice(Doc<JapanNotes> doc) {
        return doc.tally().returnInvoice;
    }

    /** Whether amounts without a currency are yen. */
    static boolean inYen(Doc<JapanNotes> doc) {
        return doc.tally().yen;
    }

    int taxNumbers() {
        return taxNumbers;
    }

    boolean registered() {
        return registered;
    }

    int lines() {
        return lines;
    }

    boolean everyLineDated() {
        return lines > 0 && !lineUndated;
    }

    boolean everyLineNamesOriginal() {
        return lines > 0 && !lineWithoutOriginal;
    }

    boolean taxPoint() {
        return taxPoint;
    }

    /** Whether the amounts by rate are stated with the tax in them (税込価額): then they are the total by themselves. */
    boolean taxIncluded() {
        return taxIncluded;
    }

    /** How many rows of the breakdown are taxed. */
    int taxRows() {
        return taxRows;
    }

    boolean everyTaxStated() {
        return !taxRowIncomplete;
    }

    BigDecimal taxSum() {
        return taxSum;
    }

    /** A rate that has more than one row. */
    @Nullable
    BigDecimal repeatedRate() {
        return repeatedRate;
    }

    /** Whether some taxed supply is stated at the reduced rate. */
    boolean reducedRate() {
        return reducedRate;
    }

    /** A rate above zero that a line or charge names and no row of the breakdown has; null if there is none. */
    @Nullable
    BigDecimal rateWithoutRow() {
        return supplied.keySet().stream()
                .filter(rate -> rate.signum() > 0 && !stated.containsKey(rate))
                .min(BigDecimal::compareTo)
                .orElse(null);
    }

    /** Whether each line, allowance and charge has an amount and a rate, so that they can be added up by rate. */
    boolean sorted() {
        return lines > 0 && !lineUnsorted;
    }

    BigDecimal supplied(BigDecimal rate) {
        return supplied.getOrDefault(rate, BigDecimal.ZERO);
    }

    BigDecimal stated(BigDecimal rate) {
        return stated.getOrDefault(rate, BigDecimal.ZERO);
    }
}
