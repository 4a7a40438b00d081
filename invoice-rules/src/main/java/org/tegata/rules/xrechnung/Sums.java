package org.tegata.rules.xrechnung;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;

/** Exact arithmetic, rounded where and as the official rules round. */
final class Sums {

    private static final int DIGITS_OF_A_QUOTIENT = 18;

    private Sums() {}

    /** The number in an element, or that number where there is no element. */
    static BigDecimal of(@Nullable Element element, BigDecimal otherwise) {
        var value = element == null ? null : element.decimal();
        return value == null ? otherwise : value;
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        int more = Math.max(0, dividend.scale() - divisor.scale());
        return dividend.divide(divisor, DIGITS_OF_A_QUOTIENT + more, RoundingMode.HALF_UP);
    }

    /** To two decimals; a half goes up, towards plus infinity, as XPath rounds. */
    static BigDecimal cents(BigDecimal sum) {
        return sum.setScale(2, sum.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
    }

    /** For people: at least two decimals, no zeros that say nothing, no exponent. */
    static String shown(BigDecimal value) {
        var plain = value.setScale(Math.min(value.scale(), 6), RoundingMode.HALF_UP);
        plain = plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString();
    }
}
