package org.tegata.lc.domain;

import java.math.BigDecimal;

/** A value with its unit (UN/ECE Recommendation 20). */
public record Measure(BigDecimal value, String unit) {

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
