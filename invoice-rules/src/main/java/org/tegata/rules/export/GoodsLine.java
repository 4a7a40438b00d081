package org.tegata.rules.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** What a line says of goods, quantity and price, and what it should come to. */
final class GoodsLine {

    static final Path PRODUCT = Path.of("ram:SpecifiedTradeProduct");
    static final Path DELIVERY = Path.of("ram:SpecifiedLineTradeDelivery");
    static final Path QUANTITY = Path.of("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity");
    static final Path NET_PRICE = Path.of("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice");
    static final Path GROSS_PRICE = Path.of("ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice");
    static final Path TOTAL = Path.of(
            "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount");

    static final Name GROSS_WEIGHT = Name.of("ram:GrossWeightMeasure");
    static final Name NET_WEIGHT = Name.of("ram:NetWeightMeasure");

    private static final Path STATUS_REASON = Path.of("ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode");
    private static final Path SETTLEMENT = Path.of("ram:SpecifiedLineTradeSettlement");
    private static final Name SERVICE_CHARGE = Name.of("ram:SpecifiedLogisticsServiceCharge");
    private static final Name ADJUSTMENT = Name.of("ram:TotalAdjustmentAmount");
    private static final Name FINANCIAL_ADJUSTMENT = Name.of("ram:SpecifiedFinancialAdjustment");
    private static final Path ALLOWANCE_CHARGE = Path.of("ram:SpecifiedTradeAllowanceCharge");
    private static final Path PRICE_ALLOWANCE = Path.of("ram:AppliedTradeAllowanceCharge");
    private static final Name GROSS = Name.of("ram:GrossPriceProductTradePrice");
    private static final Name AMOUNT = Name.of("ram:ChargeAmount");
    private static final Name BASIS = Name.of("ram:BasisQuantity");

    /** Lines that only head a group or inform have no goods of their own (Factur-X EXTENDED). */
    private static final Set<String> NOT_GOODS = Set.of("GROUP", "INFORMATION");

    private GoodsLine() {}

    static boolean isGoods(Element line) {
        String reason = Read.text(line, STATUS_REASON);
        return reason == null || !NOT_GOODS.contains(reason);
    }

    /** The price of the goods: net, or gross where there is no net; null where there is none. */
    static @Nullable Element price(Element line) {
        var net = NET_PRICE.firstIn(line);
        return net == null ? GROSS_PRICE.firstIn(line) : net;
    }

    /** Where its weights are: with the delivery, or else with the product. */
    static @Nullable Element weights(Element line) {
        var delivery = DELIVERY.firstIn(line);
        return delivery != null && (delivery.has(GROSS_WEIGHT) || delivery.has(NET_WEIGHT))
                ? delivery
                : PRODUCT.firstIn(line);
    }

    /**
     * The unit of the quantity against that of the price.
     *
     * @return false if both are stated and differ
     */
    static boolean sameUnit(Element line) {
        var quantity = QUANTITY.firstIn(line);
        var price = price(line);
        var basis = price == null ? null : price.child(BASIS);
        String billed = quantity == null ? null : Read.attribute(quantity, "unitCode");
        String priced = basis == null ? null : Read.attribute(basis, "unitCode");
        return billed == null || priced == null || billed.equals(priced);
    }

    /** How far a stated total may be from the computed one. */
    record Sum(BigDecimal stated, BigDecimal expected, BigDecimal tolerance) {

        boolean agrees() {
            return stated.subtract(expected).abs().compareTo(tolerance) <= 0;
        }

        String shown() {
            return Read.plain(expected.setScale(Math.max(2, stated.scale()), RoundingMode.HALF_UP));
        }
    }

    /**
     * What the line comes to: quantity times price, less allowances, plus charges. Null if that cannot be said: a part
     * is missing or doubled, units differ, or there are charges of which nobody knows whether they are in the total.
     */
    static @Nullable Sum sum(Element line) {
        var settlement = SETTLEMENT.firstIn(line);
        var price = price(line);
        var quantity = Read.number(QUANTITY.firstIn(line));
        if (settlement == null
                || price == null
                || quantity == null
                || !sameUnit(line)
                || settlement.has(SERVICE_CHARGE)
                || settlement.has(ADJUSTMENT)
                || settlement.has(FINANCIAL_ADJUSTMENT)
                || price.count(AMOUNT) != 1
                || TOTAL.countIn(line) != 1) {
            return null;
        }
        var amount = Read.number(price.child(AMOUNT));
        var total = Read.number(TOTAL.firstIn(line));
        var basis = price.has(BASIS) ? Read.number(price.child(BASIS)) : BigDecimal.ONE;
        var adjustments = AllowanceCharges.net(settlement, ALLOWANCE_CHARGE);
        if (amount == null || total == null || basis == null || basis.signum() == 0 || adjustments == null) {
            return null;
        }
        if (price.name() == GROSS) {
            var allowance = AllowanceCharges.net(price, PRICE_ALLOWANCE);
            amount = allowance == null ? amount : amount.add(allowance);
        }
        // How many prices are paid. Ten digits behind the point are more than any quantity is written with.
        var units = quantity.divide(basis, Math.max(quantity.scale(), 0) + 10, RoundingMode.HALF_UP);
        return new Sum(total, units.multiply(amount).add(adjustments), tolerance(amount, units, total));
    }

    /**
     * Prices on paper are often rounded (0.33 for a third), and so are totals, by everybody's own custom: half a unit
     * of the last place of the price for each piece, and one of the total, are nobody's fault.
     */
    private static BigDecimal tolerance(BigDecimal price, BigDecimal units, BigDecimal total) {
        var ofPrice = BigDecimal.valueOf(5, Math.max(2, price.scale()) + 1).multiply(units.abs());
        var ofTotal = BigDecimal.ONE.movePointLeft(Math.max(0, total.scale()));
        return ofPrice.add(ofTotal);
    }
}
