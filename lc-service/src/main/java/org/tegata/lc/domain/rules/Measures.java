package org.tegata.lc.domain.rules;

import java.math.BigDecimal;
import java.util.Map;
import org.tegata.lc.domain.Measure;

/** Compares weights across units; figures agree when they differ by no more than the coarser one was rounded. */
final class Measures {

    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "KGM", BigDecimal.ONE,
            "TNE", new BigDecimal("1000"),
            "GRM", new BigDecimal("0.001"),
            "LBR", new BigDecimal("0.45359237"));

    private Measures() {}

    static Agreement compareWeights(Measure a, Measure b) {
        var unitA = KILOGRAMS.get(a.unit());
        var unitB = KILOGRAMS.get(b.unit());
        if (unitA == null || unitB == null) {
            return a.equals(b) ? Agreement.AGREES : Agreement.UNKNOWN;
        }
        if (a.unit().equals(b.unit())) {
            return a.value().compareTo(b.value()) == 0 ? Agreement.AGREES : Agreement.CONFLICTS;
        }
        var difference =
                a.value().multiply(unitA).subtract(b.value().multiply(unitB)).abs();
        return difference.compareTo(rounding(a, unitA).max(rounding(b, unitB))) <= 0
                ? Agreement.AGREES
                : Agreement.CONFLICTS;
    }

    /** Half of the last digit that the figure shows, in kilograms. */
    private static BigDecimal rounding(Measure measure, BigDecimal unit) {
        int decimals = Math.max(0, measure.value().scale());
        return unit.multiply(BigDecimal.ONE.movePointLeft(decimals)).divide(BigDecimal.valueOf(2));
    }
}
