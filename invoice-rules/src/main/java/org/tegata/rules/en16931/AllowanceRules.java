package org.tegata.rules.en16931;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Wording;

/**
 * Allowances and charges of the document (BG-20, BG-21) and of a line (BG-27, BG-28).
 *
 * <p>Their context is the indicator that tells one from the other, written as {@code true} or {@code false}: where it
 * says {@code 1} or {@code 0}, which means the same, the published rules demand nothing here.
 */
final class AllowanceRules {

    private static final String OF_DOCUMENT = "//ram:ApplicableHeaderTradeSettlement";
    private static final String OF_LINE = "//ram:SpecifiedLineTradeSettlement";
    private static final Path INDICATOR = Path.of("udt:Indicator");
    private static final Path CATEGORY_TAX = Path.of("ram:CategoryTradeTax");
    private static final Path ACTUAL_AMOUNT = Path.of("ram:ActualAmount");
    private static final Path BASIS_AMOUNT = Path.of("ram:BasisAmount");
    private static final Name CHARGE_INDICATOR = Name.of("ram:ChargeIndicator");
    private static final Name REASON = Name.of("ram:Reason");
    private static final Name REASON_CODE = Name.of("ram:ReasonCode");

    /** What is spoken of: its name, and the numbers of its terms. */
    private record Kind(String en, String ja, String amount, String basis, String reason, String reasonCode) {}

    private static final Kind ALLOWANCE =
            new Kind("an allowance of the document (BG-20)", "文書レベルの値引（BG-20）", "BT-92", "BT-93", "BT-97", "BT-98");
    private static final Kind CHARGE =
            new Kind("a charge of the document (BG-21)", "文書レベルの追加請求（BG-21）", "BT-99", "BT-100", "BT-104", "BT-105");
    private static final Kind LINE_ALLOWANCE =
            new Kind("an allowance of the line (BG-27)", "明細行の値引（BG-27）", "BT-136", "BT-137", "BT-139", "BT-140");
    private static final Kind LINE_CHARGE =
            new Kind("a charge of the line (BG-28)", "明細行の追加請求（BG-28）", "BT-141", "BT-142", "BT-144", "BT-145");

    private AllowanceRules() {}

    static void addTo(Pattern<Totals> pattern, En16931Version version) {
        if (!version.since(En16931Version.V1_3_15)) {
            pattern.on("//ram:SpecifiedTradeAllowanceCharge")
                    .error("BR-66")
                    .says("It is not said whether this is a charge or an allowance.", "追加請求か値引かが示されていません。")
                    .hint(
                            "Add ram:ChargeIndicator: true for a charge, false for an allowance.",
                            "ram:ChargeIndicator を追加してください（追加請求は true、値引は false）。")
                    .holds(allowanceCharge -> allowanceCharge.has(CHARGE_INDICATOR));
        }
        Context<Totals> allowance = on(pattern, OF_DOCUMENT, "false");
        amount(allowance, "BR-31", ALLOWANCE);
        category(allowance, "BR-32", ALLOWANCE, "BT-95");
        reason(allowance, "BR-33", ALLOWANCE);
        always(allowance, "BR-CO-05", ALLOWANCE);
        reason(allowance, "BR-CO-21", ALLOWANCE);
        decimals(allowance, "BR-DEC-01", "BR-DEC-02", ALLOWANCE);

        Context<Totals> charge = on(pattern, OF_DOCUMENT, "true");
        amount(charge, "BR-36", CHARGE);
        category(charge, "BR-37", CHARGE, "BT-102");
        reason(charge, "BR-38", CHARGE);
        always(charge, "BR-CO-06", CHARGE);
        reason(charge, "BR-CO-22", CHARGE);
        decimals(charge, "BR-DEC-05", "BR-DEC-06", CHARGE);

        Context<Totals> lineAllowance = on(pattern, OF_LINE, "false");
        amount(lineAllowance, "BR-41", LINE_ALLOWANCE);
        reason(lineAllowance, "BR-42", LINE_ALLOWANCE);
        always(lineAllowance, "BR-CO-07", LINE_ALLOWANCE);
        reason(lineAllowance, "BR-CO-23", LINE_ALLOWANCE);
        decimals(lineAllowance, "BR-DEC-24", "BR-DEC-25", LINE_ALLOWANCE);

        Context<Totals> lineCharge = on(pattern, OF_LINE, "true");
        amount(lineCharge, "BR-43", LINE_CHARGE);
        reason(lineCharge, "BR-44", LINE_CHARGE);
        always(lineCharge, "BR-CO-08", LINE_CHARGE);
        reason(lineCharge, "BR-CO-24", LINE_CHARGE);
        decimals(lineCharge, "BR-DEC-27", "BR-DEC-28", LINE_CHARGE);
    }

    private static Context<Totals> on(Pattern<Totals> pattern, String settlement, String value) {
        return pattern.on(settlement + "/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator")
                .when(indicator -> value.equals(INDICATOR.textIn(indicator)));
    }

    private static void amount(Context<Totals> context, String id, Kind kind) {
        context.error(id)
                .says(() -> new Wording(
                        "The amount (" + kind.amount + ") of " + kind.en + " is missing.",
                        kind.ja + "の金額（" + kind.amount + "）がありません。"))
                .hint("Add ram:ActualAmount.", "ram:ActualAmount を追加してください。")
                .holds(indicator -> Cii.above(indicator).has(Cii.ACTUAL_AMOUNT));
    }

    private static void category(Context<Totals> context, String id, Kind kind, String term) {
        context.error(id)
                .says(() -> new Wording(
                        "The VAT category (" + term + ") of " + kind.en + " is missing.",
                        kind.ja + "の税区分（" + term + "）がありません。"))
                .hint(
                        "Add ram:CategoryTradeTax with ram:TypeCode VAT and ram:CategoryCode.",
                        "ram:TypeCode が VAT で ram:CategoryCode のある ram:CategoryTradeTax を追加してください。")
                .holds(indicator ->
                        CATEGORY_TAX.anyIn(Cii.above(indicator), tax -> tax.has(Cii.CATEGORY_CODE) && Cii.vat(tax)));
    }

    private static void reason(Context<Totals> context, String id, Kind kind) {
        context.error(id)
                .says(() -> new Wording(
                        "The reason of " + kind.en + " is missing, in words (" + kind.reason + ") and as a code ("
                                + kind.reasonCode + ").",
                        kind.ja + "に理由の記述（" + kind.reason + "）も理由コード（" + kind.reasonCode + "）もありません。"))
                .hint("Add ram:Reason or ram:ReasonCode.", "ram:Reason か ram:ReasonCode を追加してください。")
                .holds(indicator -> {
                    Element allowanceCharge = Cii.above(indicator);
                    return allowanceCharge.has(REASON) || allowanceCharge.has(REASON_CODE);
                });
    }

    /** That reason and reason code mean the same cannot be tested; the published rule holds of everything. */
    private static void always(Context<Totals> context, String id, Kind kind) {
        context.error(id)
                .says(() -> new Wording(
                        "Reason (" + kind.reason + ") and reason code (" + kind.reasonCode + ") of " + kind.en
                                + " should mean the same.",
                        kind.ja + "の理由（" + kind.reason + "）と理由コード（" + kind.reasonCode + "）は同じ内容であるべきです。"))
                .hint("Compare the two; no program can.", "プログラムでは判定できないため、目で確かめてください。")
                .holds(indicator -> true);
    }

    private static void decimals(Context<Totals> context, String amount, String basis, Kind kind) {
        decimals(
                context,
                amount,
                ACTUAL_AMOUNT,
                "The amount (" + kind.amount + ") of " + kind.en,
                kind.ja + "の金額（" + kind.amount + "）");
        decimals(
                context,
                basis,
                BASIS_AMOUNT,
                "The basis (" + kind.basis + ") of " + kind.en,
                kind.ja + "の基準金額（" + kind.basis + "）");
    }

    private static void decimals(Context<Totals> context, String id, Path amount, String en, String ja) {
        Decimals.atMostTwo(context, id, indicator -> amount.firstIn(indicator.parent()), en, ja);
    }
}
