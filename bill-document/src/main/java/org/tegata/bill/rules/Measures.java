package org.tegata.bill.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Weights and volumes with their units (Recommendation 20), and sums of them. */
final class Measures {

    /** How much of the first unit of its kind one of each is: exact by definition. */
    private static final Map<String, BigDecimal> WORTH = Map.of(
            "KGM",
            BigDecimal.ONE,
            "TNE",
            BigDecimal.valueOf(1000),
            "LBR",
            new BigDecimal("0.45359237"),
            "MTQ",
            BigDecimal.ONE,
            "FTQ",
            new BigDecimal("0.028316846592"));

    /** Where metric and imperial units meet, each number is rounded on its own: one in a thousand is no difference. */
    private static final BigDecimal LENIENCE = new BigDecimal("0.001");

    private Measures() {}

    static boolean isOfWeight(String unit) {
        return unit.equals("KGM") || unit.equals("TNE") || unit.equals("LBR");
    }

    static boolean isOfVolume(String unit) {
        return unit.equals("MTQ") || unit.equals("FTQ");
    }

    static final class Sum {

        private BigDecimal total = BigDecimal.ZERO;
        private boolean metric;
        private boolean imperial;
        private boolean whole = true;
        private boolean empty = true;

        /** Adds a measure; with one that has no number or unit the sum is no longer whole. */
        void add(@Nullable XmlElement measure) {
            var value = Values.number(measure);
            String unit = measure == null ? null : measure.attribute("unitCode");
            var worth = unit == null ? null : WORTH.get(unit);
            if (value == null || unit == null || worth == null) {
                whole = false;
                return;
            }
            empty = false;
            total = total.add(worth == BigDecimal.ONE ? value : value.multiply(worth));
            if (unit.equals("LBR") || unit.equals("FTQ")) {
                imperial = true;
            } else {
                metric = true;
            }
        }

        void add(Sum other) {
            total = total.add(other.total);
            metric |= other.metric;
            imperial |= other.imperial;
            whole &= other.whole;
            empty &= other.empty;
        }

        /** Whether everything that was added had a number and a unit, and there was something. */
        boolean isWhole() {
            return whole && !empty;
        }

        /** Whether both come to the same, as far as both are known. */
        boolean agreesWith(Sum other) {
            return !isWhole()
                    || !other.isWhole()
                    || total.subtract(other.total).abs().compareTo(lenience(other)) <= 0;
        }

        /** Whether this is less than the other by more than rounding. */
        boolean isLessThan(Sum other) {
            return isWhole() && other.isWhole() && other.total.subtract(total).compareTo(lenience(other)) > 0;
        }

        private BigDecimal lenience(Sum other) {
            boolean rounded = (metric || other.metric) && (imperial || other.imperial);
            return rounded ? total.max(other.total).multiply(LENIENCE) : BigDecimal.ZERO;
        }

        /** The sum in the unit of that measure, for showing what was expected. */
        String in(XmlElement measure) {
            String unit = measure.attribute("unitCode");
            var worth = unit == null ? null : WORTH.get(unit);
            if (unit == null || worth == null) {
                return Values.plain(total);
            }
            return Values.plain(total.divide(worth, 6, RoundingMode.HALF_UP)) + " " + unit;
        }
    }

    static Sum of(@Nullable XmlElement measure) {
        var sum = new Sum();
        sum.add(measure);
        return sum;
    }
}
