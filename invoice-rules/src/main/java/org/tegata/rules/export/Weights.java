package org.tegata.rules.export;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;

/** A sum of weights in kilograms, and how exactly they were written. */
final class Weights {

    /** UN/ECE Recommendation 20, as far as goods are weighed in it. */
    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "KGM", new BigDecimal("1"),
            "TNE", new BigDecimal("1000"),
            "GRM", new BigDecimal("0.001"),
            "MGM", new BigDecimal("0.000001"),
            "DTN", new BigDecimal("100"),
            "LBR", new BigDecimal("0.45359237"),
            "ONZ", new BigDecimal("0.028349523125"),
            "STN", new BigDecimal("907.18474"),
            "LTN", new BigDecimal("1016.0469088"));

    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal tolerance = BigDecimal.ZERO;
    private int lines;

    void add(@Nullable Element weight) {
        var value = kilograms(weight);
        if (weight != null && value != null) {
            lines++;
            sum = sum.add(value);
            tolerance = tolerance.add(tolerance(weight));
        }
    }

    /** Null if it is not there, too long to count with, or in a unit that is none of weight. */
    static @Nullable BigDecimal kilograms(@Nullable Element weight) {
        var number = Read.number(weight);
        var factor = weight == null ? null : factor(weight);
        return number == null || factor == null ? null : number.multiply(factor);
    }

    /** Half a unit of the last place: so much may be lost by rounding. */
    static BigDecimal tolerance(Element weight) {
        var number = Read.number(weight);
        var factor = factor(weight);
        return number == null || factor == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5, Math.max(0, number.scale()) + 1).multiply(factor);
    }

    private static @Nullable BigDecimal factor(Element weight) {
        String unit = Read.attribute(weight, "unitCode");
        return unit == null ? null : KILOGRAMS.get(unit);
    }

    BigDecimal sum() {
        return sum;
    }

    BigDecimal tolerance() {
        return tolerance;
    }

    /** How many lines are in the sum. */
    int lines() {
        return lines;
    }
}
