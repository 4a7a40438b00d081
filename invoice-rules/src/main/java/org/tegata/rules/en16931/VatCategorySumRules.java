package org.tegata.rules.en16931;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.Wording;

/**
 * The rules of one VAT category in the VAT breakdown (BG-23): 08 what is taxed, 09 the tax, 10 the reason of exemption,
 * from 11 on what only this category demands.
 *
 * <p>The context of most is the category code; of O, L and M it is the whole entry, and so the general rules of the
 * breakdown ({@link VatBreakdownRules}) are not asked of these. Where an entry has several basis or tax amounts, which
 * the schema allows, the published rules come to no verdict; we take the first.
 */
final class VatCategorySumRules {

    private static final String BREAKDOWN = "//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax";
    private static final Path BASIS = Path.of("ram:BasisAmount");
    private static final Path TAX = Path.of("ram:CalculatedAmount");
    private static final Name REASON = Name.of("ram:ExemptionReason");
    private static final Name REASON_CODE = Name.of("ram:ExemptionReasonCode");
    private static final Path DELIVERY_DATE =
            Cii.DELIVERY.then("ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString");
    private static final Path DELIVERY_COUNTRY =
            Cii.DELIVERY.then("ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID");
    private static final Path PERIOD = Cii.SETTLEMENT.then("ram:BillingSpecifiedPeriod");
    private static final Path PERIOD_START = PERIOD.then("ram:StartDateTime");
    private static final Path PERIOD_END = PERIOD.then("ram:EndDateTime");

    private final VatCategory category;
    private final En16931Version version;

    VatCategorySumRules(VatCategory category, En16931Version version) {
        this.category = category;
        this.version = version;
    }

    void addTo(Pattern<Totals> pattern) {
        Context<Totals> entry = context(pattern);
        switch (category) {
            case STANDARD -> {
                basisByRate(entry);
                taxByRate(entry);
            }
            case CANARY_ISLANDS, CEUTA_AND_MELILLA -> neverBroken(entry);
            case OUTSIDE_SCOPE -> {
                basis(entry, true);
                noTax(entry);
            }
            default -> {
                basis(entry, false);
                noTax(entry);
            }
        }
        exemption(entry);
        if (category == VatCategory.INTRA_COMMUNITY) {
            delivery(entry);
        } else if (category == VatCategory.OUTSIDE_SCOPE) {
            nothingElse(entry);
        }
    }

    private Context<Totals> context(Pattern<Totals> pattern) {
        return switch (category) {
            case OUTSIDE_SCOPE, CANARY_ISLANDS, CEUTA_AND_MELILLA ->
                pattern.on(BREAKDOWN)
                        .when(tax -> Cii.same(tax.text(Cii.CATEGORY_CODE), category.code()) && Cii.vat(tax));
            case STANDARD, ZERO ->
                pattern.on(BREAKDOWN + "/ram:CategoryCode")
                        .when(code -> code.text().equals(category.code()));
            default ->
                pattern.on(BREAKDOWN + "/ram:CategoryCode")
                        .when(code -> code.text().equals(category.code()) && Cii.vat(Cii.above(code)));
        };
    }

    /** The entry of the breakdown, whether the context is it or its category code. */
    private static Element entry(Element context) {
        return context.name() == Cii.TRADE_TAX ? context : Cii.above(context);
    }

    private Rule<Totals> basisRule(Context<Totals> entry, BiFunction<Element, Doc<Totals>, @Nullable String> computed) {
        return entry.error(category.rule("08"))
                .hint(
                        "Correct ram:BasisAmount, or the amounts and categories that it sums up.",
                        "ram:BasisAmount、または合計される金額と税区分を直してください。")
                .actual(context -> BASIS.textIn(entry(context)))
                .expectedAtEnd(computed);
    }

    private void basisByRate(Context<Totals> entry) {
        basisRule(entry, (code, doc) -> {
                    var rate = XPathNumbers.decimal(entry(code).child(Cii.RATE));
                    return rate == null
                            ? null
                            : XPathNumbers.shown(doc.tally().category(category).taxable(rate));
                })
                .says(() -> new Wording(
                        "The taxable amount (BT-116) of category " + category.en() + " is not the sum of the lines "
                                + "(BT-131), less allowances (BT-92), plus charges (BT-99) with its rate (BT-119).",
                        "税区分" + category.ja()
                                + "の課税標準額（BT-116）が、同じVAT税率（BT-119）の明細行（BT-131）から値引（BT-92）を引き追加請求（BT-99）を足した額と一致しません。"))
                .holdsAtEnd((code, doc) -> {
                    var rate = XPathNumbers.decimal(entry(code).child(Cii.RATE));
                    if (rate == null) {
                        return true;
                    }
                    double computed =
                            doc.tally().category(category).taxable(rate).doubleValue();
                    return BASIS.anyIn(entry(code), basis -> XPathNumbers.same(XPathNumbers.number(basis), computed));
                });
    }

    private void basis(Context<Totals> entry, boolean exactly) {
        basisRule(entry, (context, doc) -> XPathNumbers.shown(computedBasis(doc)))
                .says(() -> new Wording(
                        "The taxable amount (BT-116) of category " + category.en() + " is not the sum of its lines "
                                + "(BT-131), less allowances (BT-92), plus charges (BT-99).",
                        "税区分" + category.ja()
                                + "の課税標準額（BT-116）が、その区分の明細行（BT-131）から値引（BT-92）を引き追加請求（BT-99）を足した額と一致しません。"))
                .holdsAtEnd((context, doc) -> {
                    double computed = computedBasis(doc);
                    if (exactly) {
                        return BASIS.anyIn(
                                entry(context), basis -> XPathNumbers.same(XPathNumbers.number(basis), computed));
                    }
                    Element basis = BASIS.firstIn(entry(context));
                    return basis != null && XPathNumbers.lessThanOneApart(XPathNumbers.number(basis), computed);
                });
    }

    /** Until 1.3.14 E, AE, K and G were added up as doubles. */
    private double computedBasis(Doc<Totals> doc) {
        var total = doc.tally().category(category);
        boolean exact = version.since(En16931Version.V1_3_15)
                || category == VatCategory.ZERO
                || category == VatCategory.OUTSIDE_SCOPE;
        return exact ? total.taxable().doubleValue() : total.roughlyTaxable();
    }

    private void taxByRate(Context<Totals> entry) {
        entry.error(category.rule("09"))
                .says(() -> new Wording(
                        "The tax amount (BT-117) of category " + category.en() + " is not the taxable amount (BT-116) "
                                + "times the rate (BT-119), even when one unit of currency is allowed for rounding.",
                        "税区分" + category.ja() + "の税額（BT-117）が「課税標準額（BT-116）×VAT税率（BT-119）」と、端数処理の差を1通貨単位まで認めても一致しません。"))
                .hint("Correct ram:CalculatedAmount.", "ram:CalculatedAmount を直してください。")
                .holds(code -> {
                    var tax = XPathNumbers.decimal(TAX.firstIn(entry(code)));
                    Double computed = computedTax(entry(code));
                    return tax != null
                            && computed != null
                            && tax.abs().subtract(BigDecimal.ONE).doubleValue() < computed
                            && tax.abs().add(BigDecimal.ONE).doubleValue() > computed;
                })
                .actual(code -> TAX.textIn(entry(code)))
                .expected(code -> {
                    Double computed = computedTax(entry(code));
                    return computed == null ? null : XPathNumbers.shown(computed);
                });
    }

    /** The rate is left untyped, so this is a product of doubles. */
    private static @Nullable Double computedTax(Element entry) {
        var basis = XPathNumbers.decimal(BASIS.firstIn(entry));
        Element rate = entry.child(Cii.RATE);
        return basis == null || rate == null
                ? null
                : XPathNumbers.round(basis.abs().doubleValue() * XPathNumbers.number(rate)) / 100;
    }

    /** The published 08 looks for rates where there are none, and 09 holds of everything: neither is ever broken. */
    private void neverBroken(Context<Totals> entry) {
        entry.error(category.rule("08"))
                .says(() -> new Wording(
                        "The taxable amount (BT-116) of category " + category.en()
                                + " should be the sum of its lines, allowances and charges, rate by rate.",
                        "税区分" + category.ja() + "の課税標準額（BT-116）は、税率ごとに明細行・値引・追加請求を合計した額であるべきです。"))
                .hint("Correct ram:BasisAmount.", "ram:BasisAmount を直してください。")
                .holds(tax -> true);
        entry.error(category.rule("09"))
                .says(() -> new Wording(
                        "The tax amount (BT-117) of category " + category.en()
                                + " should be the taxable amount (BT-116) times the rate (BT-119).",
                        "税区分" + category.ja() + "の税額（BT-117）は「課税標準額（BT-116）×VAT税率（BT-119）」であるべきです。"))
                .hint("Correct ram:CalculatedAmount.", "ram:CalculatedAmount を直してください。")
                .holds(tax -> true);
    }

    private void noTax(Context<Totals> entry) {
        entry.error(category.rule("09"))
                .says(() -> new Wording(
                        "The tax amount (BT-117) of category " + category.en() + " must be zero.",
                        "税区分" + category.ja() + "の税額（BT-117）は0でなければなりません。"))
                .hint("Write 0 in ram:CalculatedAmount.", "ram:CalculatedAmount に 0 を書いてください。")
                .holds(context -> TAX.anyIn(entry(context), XPathNumbers.ZERO))
                .actual(context -> TAX.textIn(entry(context)))
                .expected("0");
    }

    private void exemption(Context<Totals> entry) {
        boolean needed = category.exemption() == VatCategory.Exemption.NEEDED;
        entry.error(category.rule("10"))
                .says(() -> new Wording(
                        "The VAT breakdown of category " + category.en()
                                + (needed
                                        ? " needs a reason of exemption, in words (BT-120) or as a code (BT-121)."
                                        : " must not have a reason of exemption (BT-120, BT-121)."),
                        "税区分" + category.ja()
                                + (needed
                                        ? "の内訳には、VATを課さない理由の記述（BT-120）かコード（BT-121）が必要です。"
                                        : "の内訳には、VATを課さない理由（BT-120、BT-121）を書けません。")))
                .hint(() -> new Wording(
                        (needed ? "Add" : "Leave out") + " ram:ExemptionReason or ram:ExemptionReasonCode.",
                        needed
                                ? "ram:ExemptionReason か ram:ExemptionReasonCode を追加してください。"
                                : "ram:ExemptionReason と ram:ExemptionReasonCode を省いてください。"))
                .holds(context ->
                        needed == (entry(context).has(REASON) || entry(context).has(REASON_CODE)));
    }

    private void delivery(Context<Totals> entry) {
        entry.error(category.rule("11"))
                .says(
                        "An intra-community supply needs a date of delivery (BT-72) or an invoicing period (BG-14).",
                        "EU域内供給には、納品日（BT-72）か請求期間（BG-14）が必要です。")
                .hint(
                        "Add ram:ActualDeliverySupplyChainEvent, or start or end of ram:BillingSpecifiedPeriod.",
                        "ram:ActualDeliverySupplyChainEvent、または ram:BillingSpecifiedPeriod の開始日か終了日を追加してください。")
                .holdsByDocument(doc -> DELIVERY_DATE.existsIn(doc.root())
                        || PERIOD_START.existsIn(doc.root())
                        || PERIOD_END.existsIn(doc.root()));
        entry.error(category.rule("12"))
                .says(
                        "An intra-community supply needs the country to which it is delivered (BT-80).",
                        "EU域内供給には、納品先の国コード（BT-80）が必要です。")
                .hint(
                        "Add ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID.",
                        "ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID を追加してください。")
                .holdsByDocument(doc -> DELIVERY_COUNTRY.existsIn(doc.root()));
    }

    /** Two pairs of rules ask the same in the published rules. */
    private void nothingElse(Context<Totals> entry) {
        for (String number : new String[] {"11", "12", "13", "14"}) {
            boolean lines = number.equals("11") || number.equals("12");
            entry.error(category.rule(number))
                    .says(() -> new Wording(
                            "An invoice with category " + category.en() + " may have no other category "
                                    + switch (number) {
                                        case "11" -> "in its VAT breakdown (BT-118).";
                                        case "12" -> "in its lines (BT-151).";
                                        case "13" -> "in its allowances (BT-95).";
                                        default -> "in its charges (BT-102).";
                                    },
                            "税区分" + category.ja() + "の請求書では、"
                                    + switch (number) {
                                        case "11" -> "税区分別内訳（BT-118）";
                                        case "12" -> "明細行（BT-151）";
                                        case "13" -> "値引（BT-95）";
                                        default -> "追加請求（BT-102）";
                                    }
                                    + "に他の税区分を使えません。"))
                    .hint("Use category O everywhere, or nowhere.", "税区分 O をすべてに使うか、まったく使わないでください。")
                    .holdsByDocument(doc -> lines
                            ? !doc.tally().hasTradeTaxOtherThanO()
                            : !doc.tally().hasAllowanceTaxOtherThanO())
                    .actual(context -> null);
        }
    }
}
