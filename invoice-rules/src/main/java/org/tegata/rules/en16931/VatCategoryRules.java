package org.tegata.rules.en16931;

import java.util.function.Predicate;
import org.tegata.rules.document.Element;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.Wording;

/**
 * The rules of one VAT category where it is used, numbered alike in each: 01 that the VAT breakdown has it; 02 to 04
 * who must be registered, for lines, allowances and charges; 05 to 07 the rate of these. {@link VatCategorySumRules}
 * follow with the breakdown.
 */
final class VatCategoryRules {

    private static final String LINE_TAX = "//rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem"
            + "/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax";

    private final VatCategory category;
    private final En16931Version version;

    /** Where the category is used. */
    private enum Use {
        LINE("a line (BG-25)", "明細行（BG-25）", "BT-152"),
        ALLOWANCE("an allowance (BG-20)", "値引（BG-20）", "BT-96"),
        CHARGE("a charge (BG-21)", "追加請求（BG-21）", "BT-103");

        private final String en;
        private final String ja;
        private final String rateTerm;

        Use(String en, String ja, String rateTerm) {
            this.en = en;
            this.ja = ja;
            this.rateTerm = rateTerm;
        }
    }

    VatCategoryRules(VatCategory category, En16931Version version) {
        this.category = category;
        this.version = version;
    }

    void addTo(Pattern<Totals> pattern, Context<Totals> invoice) {
        breakdownHasIt(invoice);
        new VatCategorySumRules(category, version).addTo(pattern);
        used(pattern.on(LINE_TAX).when(this::isOfCategory), Use.LINE, "02", "05");
        used(ofAllowances(pattern, false), Use.ALLOWANCE, "03", "06");
        used(ofAllowances(pattern, true), Use.CHARGE, "04", "07");
    }

    private boolean isOfCategory(Element tax) {
        return Cii.same(tax.text(Cii.CATEGORY_CODE), category.code()) && Cii.vat(tax);
    }

    private Context<Totals> ofAllowances(Pattern<Totals> pattern, boolean charges) {
        return pattern.on("//ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax")
                .when(tax -> isOfCategory(tax) && Cii.is(charges, Cii.above(tax)));
    }

    private void used(Context<Totals> tax, Use use, String registration, String rate) {
        registration(tax, use, category.rule(registration));
        rate(tax, use, category.rule(rate));
    }

    private void breakdownHasIt(Context<Totals> invoice) {
        Rule<Totals> rule = invoice.error(category.rule("01"));
        switch (category) {
            case STANDARD, CANARY_ISLANDS, CEUTA_AND_MELILLA ->
                rule.says(() -> new Wording(
                                "VAT category " + category.en() + " is used, but the VAT breakdown (BG-23) lacks it.",
                                "税区分" + category.ja() + "が使われていますが、税区分別内訳（BG-23）にありません。"))
                        .holdsByDocument(doc -> inBreakdownIfUsed(doc.tally().category(category)));
            case OUTSIDE_SCOPE ->
                rule.says(() -> new Wording(
                                "VAT category " + category.en()
                                        + " stands in the VAT breakdown (BG-23) more than once, "
                                        + "or no line, allowance or charge has it.",
                                "税区分" + category.ja() + "が税区分別内訳（BG-23）に複数あるか、どの明細行・値引・追加請求にもありません。"))
                        .holdsByDocument(doc -> doc.tally().category(category).inBreakdown == 0
                                || onceInBreakdown(doc.tally().category(category)));
            default ->
                rule.says(() -> new Wording(
                                "VAT category " + category.en()
                                        + " must stand once in the VAT breakdown (BG-23) if a line, "
                                        + "an allowance or a charge has it, and not at all otherwise.",
                                "税区分" + category.ja() + "は、明細行・値引・追加請求で使うときだけ、税区分別内訳（BG-23）に1つ書きます。"))
                        .holdsByDocument(doc -> isUnused(doc.tally().category(category))
                                || onceInBreakdown(doc.tally().category(category)));
        }
        rule.hint(
                "Make ram:ApplicableTradeTax of ram:ApplicableHeaderTradeSettlement fit the categories that are used.",
                "ram:ApplicableHeaderTradeSettlement の ram:ApplicableTradeTax を、使われている税区分に合わせてください。");
    }

    /** As published: two lines (or two allowances) of the category are enough, whatever the breakdown says. */
    private static boolean inBreakdownIfUsed(CategoryTotal total) {
        return (total.inLines == 0 || total.inLines + total.inBreakdown >= 2)
                && (total.inAllowances == 0 || total.inAllowances + total.inBreakdown >= 2);
    }

    private static boolean isUnused(CategoryTotal total) {
        return total.inBreakdown == 0 && total.inLines == 0 && total.inAllowances == 0;
    }

    private static boolean onceInBreakdown(CategoryTotal total) {
        return total.inBreakdown == 1 && (total.inLines > 0 || total.inAllowances > 0);
    }

    private void registration(Context<Totals> tax, Use use, String id) {
        String en = Character.toUpperCase(use.en.charAt(0)) + use.en.substring(1) + " is of VAT category "
                + category.en() + ", ";
        String ja = use.ja + "が税区分" + category.ja() + "";
        Rule<Totals> rule = tax.error(id).actual(used -> used.text(Cii.CATEGORY_CODE));
        switch (category.registration()) {
            case SELLER ->
                rule.says(() -> new Wording(
                                en + "so the seller's VAT identifier (BT-31), tax registration (BT-32), or its "
                                        + "representative's VAT identifier (BT-63) is needed.",
                                ja + "の場合、売手のVAT登録番号（BT-31）、税務登録番号（BT-32）、税務代理人のVAT登録番号（BT-63）のいずれかが必要です。"))
                        .holdsByDocument(Registrations::seller);
            case VAT_OF_SELLER ->
                rule.says(() -> new Wording(
                                en + "so the seller or its representative needs a VAT identifier (BT-31 or BT-63).",
                                ja + "の場合、売手（BT-31）または税務代理人（BT-63）のVAT登録番号が必要です。"))
                        .holdsByDocument(Registrations::sellerVat);
            case SELLER_AND_BUYER ->
                rule.says(() -> new Wording(
                                en + "so a tax number of the seller (BT-31, BT-32 or BT-63) and the VAT identifier "
                                        + "(BT-48) or registration (BT-47) of the buyer are needed.",
                                ja + "の場合、売手側の税番号（BT-31、BT-32、BT-63）と、買手のVAT登録番号（BT-48）か登記番号（BT-47）が必要です。"))
                        .holdsByDocument(doc -> Registrations.seller(doc) && Registrations.buyer(doc));
            case VAT_OF_SELLER_AND_BUYER ->
                rule.says(() -> new Wording(
                                en + "so VAT identifiers of the seller's side (BT-31 or BT-63) and of the buyer "
                                        + "(BT-48) are needed.",
                                ja + "の場合、売手側（BT-31またはBT-63）と買手（BT-48）のVAT登録番号が必要です。"))
                        .holdsByDocument(doc -> Registrations.sellerVat(doc) && Registrations.buyerVat(doc));
            case NONE ->
                rule.says(() -> new Wording(
                                en + "so no VAT identifier of seller (BT-31), representative (BT-63) or buyer (BT-48) "
                                        + "may be named.",
                                ja + "の場合、売手（BT-31）、税務代理人（BT-63）、買手（BT-48）のVAT登録番号は書けません。"))
                        .holdsByDocument(this::nobodyRegistered);
        }
        rule.hint(() -> new Wording(
                category.registration() == VatCategory.Registration.NONE
                        ? "Leave out ram:SpecifiedTaxRegistration with schemeID VA, or use another category."
                        : "Add ram:SpecifiedTaxRegistration/ram:ID with schemeID VA or, where a tax registration will "
                                + "do, FC.",
                category.registration() == VatCategory.Registration.NONE
                        ? "schemeID が VA の ram:SpecifiedTaxRegistration を省くか、他の税区分を使ってください。"
                        : "schemeID が VA（税務登録番号でよければ FC）の ram:SpecifiedTaxRegistration/ram:ID を追加してください。"));
    }

    /** 1.3.13 meant to look at the buyer too, but looked where there is none. */
    private boolean nobodyRegistered(Doc<Totals> doc) {
        return !Registrations.sellerVat(doc)
                && (!version.since(En16931Version.V1_3_14) || !Registrations.buyerVat(doc));
    }

    private void rate(Context<Totals> tax, Use use, String id) {
        Rule<Totals> rule = tax.error(id).actual(used -> used.text(Cii.RATE));
        String en = "The VAT rate (" + use.rateTerm + ") of " + use.en + " of category " + category.en();
        String ja = "税区分" + category.ja() + "の" + use.ja + "のVAT税率（" + use.rateTerm + "）";
        switch (rateOf(use)) {
            case POSITIVE ->
                rule.says(() -> new Wording(en + " must be more than zero.", ja + "は0より大きい値が必要です。"))
                        .hint("Write the rate in ram:RateApplicablePercent.", "ram:RateApplicablePercent に税率を書いてください。")
                        .holds(anyRate(XPathNumbers.POSITIVE))
                        .expected("> 0");
            case NOT_NEGATIVE ->
                rule.says(() -> new Wording(en + " must be zero or more.", ja + "は0以上の値が必要です。"))
                        .hint("Write the rate in ram:RateApplicablePercent.", "ram:RateApplicablePercent に税率を書いてください。")
                        .holds(anyRate(XPathNumbers.NOT_NEGATIVE))
                        .expected(">= 0");
            case ZERO ->
                rule.says(() -> new Wording(en + " must be zero.", ja + "は0でなければなりません。"))
                        .hint("Write 0 in ram:RateApplicablePercent.", "ram:RateApplicablePercent に 0 を書いてください。")
                        .holds(anyRate(XPathNumbers.ZERO))
                        .expected("0");
            case ABSENT ->
                rule.says(() -> new Wording(en + " must not be stated.", ja + "は書けません。"))
                        .hint("Leave out ram:RateApplicablePercent.", "ram:RateApplicablePercent を省いてください。")
                        .holds(used -> !used.has(Cii.RATE));
        }
    }

    private static Predicate<Element> anyRate(Predicate<Element> test) {
        return tax -> {
            Element rate = tax.child(Cii.RATE);
            return rate != null && test.test(rate);
        };
    }

    /** Until 1.3.13 allowances and charges of Ceuta and Melilla could not have the rate zero that lines can have. */
    private VatCategory.Rate rateOf(Use use) {
        boolean zeroForbidden =
                category == VatCategory.CEUTA_AND_MELILLA && use != Use.LINE && !version.since(En16931Version.V1_3_14);
        return zeroForbidden ? VatCategory.Rate.POSITIVE : category.rate();
    }
}
