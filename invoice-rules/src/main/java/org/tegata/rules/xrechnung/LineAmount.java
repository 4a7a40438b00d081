package org.tegata.rules.xrechnung;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** The net amount of a line (BT-131): as stated, and as it follows from quantity, price, allowances and charges. */
final class LineAmount {

    private static final Path STATED = Path.of("ram:SpecifiedLineTradeSettlement"
            + "/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount");
    private static final Path QUANTITY = Path.of("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
    private static final Path PRICE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount");
    private static final Path NET_BASE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity");
    private static final Path GROSS_BASE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity");
    private static final Path ALLOWANCES_AND_CHARGES =
            Path.of("ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge");
    private static final Path INDICATOR = Path.of("ram:ChargeIndicator/udt:Indicator");
    private static final Name AMOUNT = Name.of("ram:ActualAmount");

    private LineAmount() {}

    static @Nullable String stated(Element line) {
        return STATED.textIn(line);
    }

    /** How far apart the two are; null where that is little enough in every currency. */
    static @Nullable BigDecimal difference(Element line) {
        return PeppolAmountRules.beyondSlack(Sums.of(STATED.firstIn(line), BigDecimal.ZERO), reckoned(line));
    }

    static BigDecimal reckoned(Element line) {
        var price = Sums.of(PRICE.firstIn(line), BigDecimal.ZERO);
        var base = base(line);
        var each = base.compareTo(BigDecimal.ONE) == 0 ? price : Sums.quotient(price, base);
        var amount = Sums.of(QUANTITY.firstIn(line), BigDecimal.ONE).multiply(each);
        if (!ALLOWANCES_AND_CHARGES.existsIn(line)) {
            return amount;
        }
        return amount.add(sum(line, "true")).subtract(sum(line, "false"));
    }

    /** The quantity that the price is for; one where none is stated that a price can be divided by. */
    private static BigDecimal base(Element line) {
        var net = Sums.of(NET_BASE.firstIn(line), BigDecimal.ZERO);
        if (net.signum() != 0) {
            return net;
        }
        var gross = Sums.of(GROSS_BASE.firstIn(line), BigDecimal.ZERO);
        return gross.signum() != 0 ? gross : BigDecimal.ONE;
    }

    private static BigDecimal sum(Element line, String indicator) {
        BigDecimal[] sum = {BigDecimal.ZERO};
        ALLOWANCES_AND_CHARGES.forEachIn(line, part -> {
            if (Texts.normal(INDICATOR.textIn(part)).equals(indicator)) {
                for (var amount = part.firstChild(); amount != null; amount = amount.next()) {
                    sum[0] = amount.name() == AMOUNT ? sum[0].add(Sums.of(amount, BigDecimal.ZERO)) : sum[0];
                }
            }
        });
        return Sums.cents(sum[0]);
    }
}
