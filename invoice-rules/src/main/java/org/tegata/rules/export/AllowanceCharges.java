package org.tegata.rules.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** Allowances and charges of a line, a price or the document (EN 16931 BG-20, BG-21, BG-27, BG-28). */
final class AllowanceCharges {

    private static final Path INDICATOR = Path.of("ram:ChargeIndicator/udt:Indicator");
    private static final Name ACTUAL = Name.of("ram:ActualAmount");

    private AllowanceCharges() {}

    /** Whether it is a charge; null if it does not say. */
    static @Nullable Boolean isCharge(Element allowanceCharge) {
        String written = Read.text(allowanceCharge, INDICATOR);
        return written == null ? null : written.equals("true") || written.equals("1");
    }

    /** Charges minus allowances; null if one of them cannot be read. */
    static @Nullable BigDecimal net(Element parent, Path allowanceCharges) {
        var charges = sum(parent, allowanceCharges, true);
        var allowances = sum(parent, allowanceCharges, false);
        return charges == null || allowances == null ? null : charges.subtract(allowances);
    }

    /** All charges, or all allowances; null if one of them cannot be read. */
    static @Nullable BigDecimal sum(Element parent, Path allowanceCharges, boolean charges) {
        var sum = BigDecimal.ZERO;
        for (Element one : allowanceCharges.allIn(parent)) {
            var charge = isCharge(one);
            var amount = Read.number(one.child(ACTUAL));
            if (charge == null || amount == null || one.count(ACTUAL) != 1) {
                return null;
            }
            sum = charge == charges ? sum.add(amount) : sum;
        }
        return sum;
    }
}
