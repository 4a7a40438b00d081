package org.tegata.bill.mapping;

import java.math.BigDecimal;

/** Tonnes, which DCSA has not: they become kilograms. */
final class Tonnes {

    private static final int DECIMALS = 3;

    private Tonnes() {}

    /** The one spelling of a measure. */
    static void toKilograms(Place measure) {
        String plain = measure.value == null ? null : Decimals.of(measure.value);
        if (plain == null) {
            return;
        }
        measure.value = plain;
        var unit = measure.attribute("unitCode");
        if (unit != null && "TNE".equals(unit.value)) {
            var kilograms = new BigDecimal(plain).scaleByPowerOfTen(DECIMALS).stripTrailingZeros();
            measure.value = kilograms.signum() == 0 ? "0" : kilograms.toPlainString();
            unit.value = "KGM";
        }
    }
}
