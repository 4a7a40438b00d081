package org.tegata.rules.xrechnung;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;

/** What XRechnung takes over from Peppol about allowances and charges, of the document or of a line. */
final class PeppolAmountRules {

    /** By so much two amounts may differ. */
    static final BigDecimal SLACK = new BigDecimal("0.02");

    private static final BigDecimal FORINT_SLACK = new BigDecimal("0.5");
    private static final String ALLOWANCE_CHARGE = "//ram:SpecifiedTradeAllowanceCharge";
    private static final Name PERCENT = Name.of("ram:CalculationPercent");
    private static final Name BASIS = Name.of("ram:BasisAmount");
    private static final Name AMOUNT = Name.of("ram:ActualAmount");
    private static final Path INDICATOR = Path.of("ram:ChargeIndicator/udt:Indicator");

    private PeppolAmountRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on(ALLOWANCE_CHARGE)
                .when(e -> e.has(PERCENT) && !e.has(BASIS))
                .error("PEPPOL-EN16931-R041")
                .says(
                        "An allowance or charge has a percentage (BT-94, BT-101, BT-138, BT-143) but not the amount"
                                + " of which it is taken (BT-93, BT-100, BT-137, BT-142).",
                        "値引または追加請求に率（BT-94、BT-101、BT-138、BT-143）がありますが、その基準金額" + "（BT-93、BT-100、BT-137、BT-142）がありません。")
                .hint(
                        "Add BasisAmount, or leave CalculationPercent out.",
                        "BasisAmount を追加するか、CalculationPercent を削除してください。")
                .actual(e -> e.text(PERCENT))
                .holds(e -> false);
        pattern.on(ALLOWANCE_CHARGE)
                .when(e -> !e.has(PERCENT) && e.has(BASIS))
                .error("PEPPOL-EN16931-R042")
                .says(
                        "An allowance or charge has a base amount (BT-93, BT-100, BT-137, BT-142) but no percentage"
                                + " (BT-94, BT-101, BT-138, BT-143).",
                        "値引または追加請求に基準金額（BT-93、BT-100、BT-137、BT-142）がありますが、率" + "（BT-94、BT-101、BT-138、BT-143）がありません。")
                .hint(
                        "Add CalculationPercent, or leave BasisAmount out.",
                        "CalculationPercent を追加するか、BasisAmount を削除してください。")
                .actual(e -> e.text(BASIS))
                .holds(e -> false);
        allowanceOrCharge(pattern.on(ALLOWANCE_CHARGE));
        indicator(pattern.on("//ram:AppliedTradeAllowanceCharge"), "PEPPOL-EN16931-R043-2");
    }

    private static void allowanceOrCharge(Context<XRechnungNotes> context) {
        context.error("PEPPOL-EN16931-R040")
                .says(
                        "The amount of an allowance or charge is not its base amount times its percentage.",
                        "値引または追加請求の金額が、基準金額に率を乗じた額と一致していません。")
                .hint(
                        "Reckon ActualAmount = BasisAmount x CalculationPercent / 100; a difference of 0.02 is allowed"
                                + " (0.5 in HUF).",
                        "ActualAmount は BasisAmount × CalculationPercent ÷ 100 で計算してください。0.02（HUF では"
                                + " 0.5）までの差は認められます。")
                .actual(e -> e.text(AMOUNT))
                .expected(e -> Sums.shown(byPercent(e)))
                .holdsLater(PeppolAmountRules::difference, PeppolAmountRules::allowedLater);
        indicator(context, "PEPPOL-EN16931-R043-1");
    }

    private static void indicator(Context<XRechnungNotes> context, String id) {
        context.error(id)
                .says(
                        "It is not said by true or false whether this is a charge or an allowance.",
                        "追加請求か値引かが true または false で示されていません。")
                .hint(
                        "Write ChargeIndicator/Indicator: true for a charge, false for an allowance.",
                        "ChargeIndicator/Indicator に、追加請求なら true、値引なら false と記載してください。")
                .actual(INDICATOR::textIn)
                .expected("true, false")
                .holds(e -> {
                    String written = Texts.normal(INDICATOR.textIn(e));
                    return written.equals("true") || written.equals("false");
                });
    }

    /** How far off the amount is; null where it is near enough in every currency, or where there is no percentage. */
    private static @Nullable BigDecimal difference(Element e) {
        if (!e.has(PERCENT) || !e.has(BASIS)) {
            return null;
        }
        return beyondSlack(Sums.of(e.child(AMOUNT), BigDecimal.ZERO), byPercent(e));
    }

    private static BigDecimal byPercent(Element e) {
        var basis = Sums.of(e.child(BASIS), BigDecimal.ZERO);
        return basis.multiply(Sums.of(e.child(PERCENT), BigDecimal.ZERO)).movePointLeft(2);
    }

    /** The difference of two amounts; null where it is no more than every currency allows. */
    static @Nullable BigDecimal beyondSlack(BigDecimal one, BigDecimal other) {
        var difference = one.subtract(other).abs();
        return difference.compareTo(SLACK) <= 0 ? null : difference;
    }

    /** Whether the invoice is in the one currency that allows more, and the difference is no more than that. */
    static boolean allowedLater(BigDecimal difference, Doc<XRechnungNotes> doc) {
        return doc.tally().forint() && difference.compareTo(FORINT_SLACK) <= 0;
    }
}
