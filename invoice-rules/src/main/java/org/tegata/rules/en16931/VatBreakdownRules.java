package org.tegata.rules.en16931;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/**
 * The VAT breakdown (BG-23) as such: BR-45 to BR-48, BR-CO-03, BR-CO-17, BR-DEC-19 and BR-DEC-20. Not asked of the
 * categories O, L and M.
 */
final class VatBreakdownRules {

    private static final Name TYPE_CODE = Name.of("ram:TypeCode");

    private VatBreakdownRules() {}

    static void addTo(Pattern<Totals> pattern) {
        Context<Totals> entry = pattern.on("//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax");
        Required.present(
                entry,
                "BR-45",
                "ram:BasisAmount",
                "The taxable amount (BT-116) of the VAT breakdown",
                "税区分別内訳の課税標準額（BT-116）");
        Required.present(
                entry,
                "BR-46",
                "ram:CalculatedAmount",
                "The tax amount (BT-117) of the VAT breakdown",
                "税区分別内訳の税額（BT-117）");
        entry.error("BR-47")
                .says("The VAT breakdown has no VAT category (BT-118).", "税区分別内訳に税区分（BT-118）がありません。")
                .hint(
                        "Write ram:TypeCode VAT, and ram:CategoryCode.",
                        "ram:TypeCode に VAT、そして ram:CategoryCode を書いてください。")
                .holds(tax -> tax.has(Cii.CATEGORY_CODE) && Cii.vat(tax));
        entry.error("BR-48")
                .says("The VAT breakdown has no VAT rate (BT-119).", "税区分別内訳にVAT税率（BT-119）がありません。")
                .hint(
                        "Write ram:TypeCode VAT, and ram:RateApplicablePercent; only category O has none.",
                        "ram:TypeCode に VAT、そして ram:RateApplicablePercent を書いてください（税区分 O だけは不要）。")
                .holds(tax -> Cii.vat(tax) && (tax.has(Cii.RATE) || Cii.same(tax.text(Cii.CATEGORY_CODE), "O")));
        dates(entry);
        tax(entry);
        Decimals.atMostTwo(
                entry,
                "BR-DEC-19",
                "ram:BasisAmount",
                "The taxable amount (BT-116) of the VAT breakdown",
                "税区分別内訳の課税標準額（BT-116）");
        Decimals.atMostTwo(
                entry,
                "BR-DEC-20",
                "ram:CalculatedAmount",
                "The tax amount (BT-117) of the VAT breakdown",
                "税区分別内訳の税額（BT-117）");
    }

    private static void dates(Context<Totals> entry) {
        entry.error("BR-CO-03")
                .says(
                        "Both a tax point date (BT-7) and a code for it (BT-8) are given.",
                        "課税時期（BT-7）と課税時期コード（BT-8）の両方が書かれています。")
                .hint(
                        "Keep either ram:TaxPointDate or ram:DueDateTypeCode.",
                        "ram:TaxPointDate か ram:DueDateTypeCode の一方だけにしてください。")
                .holdsByDocument(
                        doc -> !doc.tally().hasTaxPointDate() || !doc.tally().hasDueDateType());
    }

    private static void tax(Context<Totals> entry) {
        entry.error("BR-CO-17")
                .says(
                        "The tax amount (BT-117) is not the taxable amount (BT-116) times the rate (BT-119), even when "
                                + "one unit of currency is allowed for rounding.",
                        "税額（BT-117）が「課税標準額（BT-116）×VAT税率（BT-119）」と、端数処理の差を1通貨単位まで認めても一致しません。")
                .hint("Correct ram:CalculatedAmount.", "ram:CalculatedAmount を直してください。")
                .holds(VatBreakdownRules::taxFitsRate)
                .actual(tax -> tax.text(Cii.CALCULATED_AMOUNT))
                .expected(tax -> XPathNumbers.shown(computedTax(tax, rate(tax))));
    }

    /** A rate that rounds to zero, or none, calls for a tax that rounds to zero. */
    private static boolean taxFitsRate(Element entry) {
        BigDecimal tax = XPathNumbers.decimal(entry.child(Cii.CALCULATED_AMOUNT));
        if (tax == null) {
            return false;
        }
        BigDecimal rate = rate(entry);
        if (rate == null || XPathNumbers.round(rate).signum() == 0) {
            return XPathNumbers.round(tax).signum() == 0;
        }
        BigDecimal computed = computedTax(entry, rate);
        return computed != null
                && tax.abs().subtract(BigDecimal.ONE).compareTo(computed) <= 0
                && tax.abs().add(BigDecimal.ONE).compareTo(computed) >= 0;
    }

    private static @Nullable BigDecimal computedTax(Element entry, @Nullable BigDecimal rate) {
        BigDecimal basis = XPathNumbers.decimal(entry.child(Cii.BASIS_AMOUNT));
        return rate == null || basis == null
                ? null
                : XPathNumbers.cents(basis.abs().multiply(rate.movePointLeft(2)));
    }

    /** Only VAT has one; here white space around its type does not matter. */
    private static @Nullable BigDecimal rate(Element entry) {
        String type = entry.text(TYPE_CODE);
        return type != null && type.strip().equalsIgnoreCase("VAT")
                ? XPathNumbers.decimal(entry.child(Cii.RATE))
                : null;
    }
}
