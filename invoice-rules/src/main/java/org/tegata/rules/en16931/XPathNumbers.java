package org.tegata.rules.en16931;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;

/**
 * Numbers as XPath 2.0 reckons with them, so that our verdicts are those of the published rules to the last cent.
 *
 * <p>What the rules leave untyped is a double, also in a sum, and so a sum of many amounts may be off in its last
 * digits. What they make a decimal is exact. Halves are rounded upwards: 2.5 to 3 and -2.5 to -2. A number that is
 * missing is {@code null}, and whatever is reckoned with it is missing as well.
 *
 * <p>Doubles have a negative zero. Where an untyped value is compared as it stands, the processor of the published
 * rules takes that for less than zero, so an amount of {@code -0.00} is not zero. Only with a whole number (a zero in a
 * rule) it compares {@code -0}, without a point, as a whole number, which is zero.
 */
final class XPathNumbers {

    /** Is it zero, as an untyped value. */
    static final Predicate<Element> ZERO = element -> compareToZero(element) == 0;

    static final Predicate<Element> POSITIVE = element -> compareToZero(element) > 0;

    static final Predicate<Element> NOT_NEGATIVE = element -> compareToZero(element) >= 0;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Longer ones take time that grows with the square of their length, and no amount has so many digits. */
    private static final int LONGEST_EXACT = 1000;

    private XPathNumbers() {}

    /** The untyped value of an element as a number. */
    static double number(Element element) {
        return Double.parseDouble(element.text());
    }

    private static int compareToZero(Element element) {
        double number = number(element);
        return number == 0 && element.text().indexOf('.') < 0 ? 0 : Double.compare(number, 0);
    }

    /** Whether an untyped value and a number are the same; negative zero is not zero. */
    static boolean same(double untyped, double number) {
        return Double.compare(untyped, number) == 0;
    }

    /** The exact value; null where there is no element. */
    static @Nullable BigDecimal decimal(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String text = element.text().strip();
        if (text.length() <= LONGEST_EXACT) {
            return new BigDecimal(text);
        }
        return decimal(Double.parseDouble(text));
    }

    /** The exact value of a double, with all the digits that it has; null for infinity. */
    static @Nullable BigDecimal decimal(double number) {
        return Double.isInfinite(number) || Double.isNaN(number) ? null : new BigDecimal(number);
    }

    static double round(double number) {
        if (number >= -0.5 && number <= 0) {
            return number == 0 ? number : -0.0;
        }
        // From 2^53 on there are no fractions; Math.round ends at 2^63.
        return Math.abs(number) < 0x1p53 ? (double) Math.round(number) : number;
    }

    static BigDecimal round(BigDecimal number) {
        return number.setScale(0, number.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
    }

    /** Rounded to two digits after the point; multiplied by ten twice, as that is not the same as by a hundred. */
    static double cents(double number) {
        return round(number * 10 * 10) / 100;
    }

    /** Rounded to two digits after the point. */
    static BigDecimal cents(BigDecimal number) {
        return round(number.multiply(HUNDRED)).movePointLeft(2);
    }

    /** Whether a double has no more than two digits after the point, as far as doubles can tell. */
    static boolean wholeCents(double number) {
        return same(number, round(number * 100) / 100);
    }

    /** Whether the two differ by less than one. */
    static boolean lessThanOneApart(double stated, double computed) {
        return stated - 1 < computed && stated + 1 > computed;
    }

    /** Whether at most two characters follow the first point; a missing element has none. */
    static boolean twoDecimals(@Nullable Element element) {
        if (element == null) {
            return true;
        }
        String text = element.text();
        int point = text.indexOf('.');
        return point < 0 || text.length() - point <= 3;
    }

    static boolean equal(@Nullable BigDecimal left, @Nullable BigDecimal right) {
        return left != null && right != null && left.compareTo(right) == 0;
    }

    /** As people write it; null for nothing. */
    static @Nullable String shown(@Nullable BigDecimal number) {
        return number == null ? null : shownPlainly(number);
    }

    private static String shownPlainly(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String shown(double number) {
        return Double.isInfinite(number) || Double.isNaN(number)
                ? Double.toString(number)
                : shownPlainly(BigDecimal.valueOf(number));
    }
}
