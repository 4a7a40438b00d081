package org.tegata.rules.japan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;

/** How a tax of CII ({@code ApplicableTradeTax} and its like) speaks of consumption tax. */
final class TaxRow {

    static final Name BASIS = Name.of("ram:BasisAmount");
    static final Name TAX = Name.of("ram:CalculatedAmount");
    static final Name RATE = Name.of("ram:RateApplicablePercent");
    static final Name CATEGORY = Name.of("ram:CategoryCode");
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final BigDecimal REDUCED = BigDecimal.valueOf(8);

    private static final Name TYPE = Name.of("ram:TypeCode");
    // Exempt (非課税), zero, outside the tax (不課税), export (輸出免税), reverse charge.
    private static final Set<String> UNTAXED = Set.of("E", "Z", "O", "G", "AE", "K");

    private TaxRow() {}

    /** Consumption tax is written as VAT; other taxes on the invoice are no concern of these rules. */
    static boolean isConsumptionTax(Element tax) {
        String type = tax.text(TYPE);
        return type == null || type.strip().equals("VAT");
    }

    /** Consumption tax that is due: not of a category without tax. */
    static boolean isTaxed(Element tax) {
        return isConsumptionTax(tax) && !isUntaxed(tax);
    }

    static boolean isUntaxed(Element tax) {
        String category = tax.text(CATEGORY);
        return category != null && UNTAXED.contains(category.strip());
    }

    /** The rate, 10 or 10.00 alike; null where there is none. */
    static @Nullable BigDecimal rate(Element tax) {
        return normal(number(tax.child(RATE)));
    }

    static @Nullable BigDecimal normal(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
    }

    static @Nullable BigDecimal number(@Nullable Element amount) {
        return amount == null ? null : amount.decimal();
    }

    /**
     * Whether the tax is the basis times the rate, made whole yen by rounding once: down, up or half up, whichever the
     * issuer chooses (Order for Enforcement of the Consumption Tax Act, art. 70-10).
     */
    static boolean roundedOnce(BigDecimal tax, BigDecimal basis, BigDecimal rate, boolean taxIncluded) {
        // Multiplied by the divisor, so that nothing is rounded here.
        var divisor = divisor(rate, taxIncluded);
        var off = tax.multiply(divisor).subtract(basis.multiply(rate)).abs();
        return off.compareTo(divisor) < 0;
    }

    /** The whole yen that would be right, smallest first. */
    static String whole(BigDecimal basis, BigDecimal rate, boolean taxIncluded) {
        var divisor = divisor(rate, taxIncluded);
        var down = basis.multiply(rate).divide(divisor, 0, RoundingMode.FLOOR);
        var up = basis.multiply(rate).divide(divisor, 0, RoundingMode.CEILING);
        return down.equals(up) ? down.toPlainString() : down.toPlainString() + ", " + up.toPlainString();
    }

    private static BigDecimal divisor(BigDecimal rate, boolean taxIncluded) {
        return taxIncluded ? HUNDRED.add(rate) : HUNDRED;
    }
}
