package org.tegata.rules.en16931;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Wording;

/** The totals of the invoice (BG-22): that they are there, and that they add up. */
final class TotalsRules {

    private static final Name TAX_BASIS = Name.of("ram:TaxBasisTotalAmount");
    private static final Name GRAND_TOTAL = Name.of("ram:GrandTotalAmount");
    private static final Name TAX_TOTAL = Name.of("ram:TaxTotalAmount");
    private static final Name ALLOWANCE_TOTAL = Name.of("ram:AllowanceTotalAmount");
    private static final Name CHARGE_TOTAL = Name.of("ram:ChargeTotalAmount");
    private static final Name PREPAID = Name.of("ram:TotalPrepaidAmount");
    private static final Name ROUNDING = Name.of("ram:RoundingAmount");
    private static final Name DUE = Name.of("ram:DuePayableAmount");
    private static final Path TAX_TOTALS = Path.of("ram:TaxTotalAmount");
    private static final Path SUMMATION = Cii.SETTLEMENT.then("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    private static final String CURRENCY = "currencyID";

    private TotalsRules() {}

    static void addTo(Pattern<Totals> pattern, Context<Totals> invoice, En16931Version version) {
        Context<Totals> totals = pattern.on("//ram:SpecifiedTradeSettlementHeaderMonetarySummation");
        presence(totals);
        taxCurrency(totals);
        sumOfLines(totals);
        sumOfAllowances(totals, "BR-CO-11", false, version);
        sumOfAllowances(totals, "BR-CO-12", true, version);
        taxBasis(totals);
        amountDue(totals);
        decimals(totals);
        taxTotal(pattern);
        grandTotal(invoice);
    }

    private static void presence(Context<Totals> totals) {
        Required.present(
                totals, "BR-12", "ram:LineTotalAmount", "The sum of the lines' net amounts (BT-106)", "明細行合計（BT-106）");
        Required.present(
                totals, "BR-13", "ram:TaxBasisTotalAmount", "The total without VAT (BT-109)", "税抜合計金額（BT-109）");
        Required.present(totals, "BR-14", "ram:GrandTotalAmount", "The total with VAT (BT-112)", "税込合計金額（BT-112）");
        Required.present(
                totals, "BR-15", "ram:DuePayableAmount", "The amount due for payment (BT-115)", "支払金額（BT-115）");
    }

    private static void taxCurrency(Context<Totals> totals) {
        totals.error("BR-53")
                .says(
                        "There is a VAT accounting currency (BT-6), but no total VAT amount in it (BT-111), "
                                + "or it is the invoice currency (BT-5) once more.",
                        "VAT会計通貨（BT-6）がありますが、その通貨の税額合計（BT-111）がないか、請求書の通貨（BT-5）と同じです。")
                .hint(
                        "Add a ram:TaxTotalAmount with that currencyID; no ram:TaxCurrencyCode if it is the same.",
                        "その currencyID の ram:TaxTotalAmount を追加するか、同じ通貨なら ram:TaxCurrencyCode を省いてください。")
                .holdsAtEnd((summation, doc) -> {
                    String currency = doc.tally().taxCurrency();
                    return currency == null
                            || !currency.equals(doc.tally().invoiceCurrency())
                                    && TAX_TOTALS.anyIn(summation, tax -> currency.equals(tax.attribute(CURRENCY)));
                })
                .expectedAtEnd((summation, doc) -> doc.tally().taxCurrency());
    }

    private static void sumOfLines(Context<Totals> totals) {
        totals.error("BR-CO-10")
                .says(
                        "The sum of the lines' net amounts (BT-106) is not what the lines (BT-131) add up to.",
                        "明細行合計（BT-106）が、各明細行の正味金額（BT-131）の合計と一致しません。")
                .hint(
                        "Correct ram:LineTotalAmount of the totals or of a line.",
                        "合計または明細行の ram:LineTotalAmount を直してください。")
                .holdsAtEnd((summation, doc) -> XPathNumbers.equal(
                        amount(summation, Cii.LINE_TOTAL), doc.tally().lineTotals()))
                .actual(summation -> summation.text(Cii.LINE_TOTAL))
                .expectedAtEnd(
                        (summation, doc) -> XPathNumbers.shown(doc.tally().lineTotals()));
    }

    private static void sumOfAllowances(Context<Totals> totals, String id, boolean charges, En16931Version version) {
        Name total = charges ? CHARGE_TOTAL : ALLOWANCE_TOTAL;
        Path stated = Path.of(total.toString());
        totals.error(id)
                .says(() -> new Wording(
                        charges
                                ? "The sum of charges (BT-108) is not what the charges of the document (BT-99) "
                                        + "add up to."
                                : "The sum of allowances (BT-107) is not what the allowances of the document (BT-92) "
                                        + "add up to.",
                        charges
                                ? "追加請求合計（BT-108）が、文書レベルの追加請求（BT-99）の合計と一致しません。"
                                : "値引合計（BT-107）が、文書レベルの値引（BT-92）の合計と一致しません。"))
                .hint(() -> new Wording("Correct or add " + total + ".", total + " を直すか、追加してください。"))
                .holdsAtEnd((summation, doc) -> {
                    var known = charges ? doc.tally().charges() : doc.tally().allowances();
                    return known.count == 0 && !summation.has(total)
                            || stated.anyIn(summation, sum(known, version)::is);
                })
                .actual(summation -> summation.text(total))
                .expectedAtEnd((summation, doc) -> sum(
                                charges ? doc.tally().charges() : doc.tally().allowances(), version)
                        .shown());
    }

    private static DoubleSum sum(Totals.AllowanceTotal known, En16931Version version) {
        return version.since(En16931Version.V1_3_16) ? known.firstAmounts : known.allAmounts;
    }

    private static void taxBasis(Context<Totals> totals) {
        totals.error("BR-CO-13")
                .says(
                        "The total without VAT (BT-109) is not the sum of lines (BT-106), less allowances (BT-107), "
                                + "plus charges (BT-108).",
                        "税抜合計金額（BT-109）が「明細行合計（BT-106）-値引合計（BT-107）+追加請求合計（BT-108）」と一致しません。")
                .hint(
                        "Correct ram:TaxBasisTotalAmount or what it is made of.",
                        "ram:TaxBasisTotalAmount またはその内訳を直してください。")
                .holds(summation -> XPathNumbers.equal(amount(summation, TAX_BASIS), computedBasis(summation)))
                .actual(summation -> summation.text(TAX_BASIS))
                .expected(summation -> XPathNumbers.shown(computedBasis(summation)));
    }

    private static @Nullable BigDecimal computedBasis(Element summation) {
        BigDecimal lines = amount(summation, Cii.LINE_TOTAL);
        return lines == null
                ? null
                : XPathNumbers.cents(lines.subtract(amountOrZero(summation, ALLOWANCE_TOTAL))
                        .add(amountOrZero(summation, CHARGE_TOTAL)));
    }

    private static void amountDue(Context<Totals> totals) {
        totals.error("BR-CO-16")
                .says(
                        "The amount due (BT-115) is not the total with VAT (BT-112), less what is paid (BT-113), "
                                + "plus the rounding amount (BT-114).",
                        "支払金額（BT-115）が「税込合計金額（BT-112）-前払金額（BT-113）+端数調整（BT-114）」と一致しません。")
                .hint("Correct ram:DuePayableAmount or what it is made of.", "ram:DuePayableAmount またはその内訳を直してください。")
                .holds(summation -> XPathNumbers.equal(amount(summation, DUE), computedDue(summation)))
                .actual(summation -> summation.text(DUE))
                .expected(summation -> XPathNumbers.shown(computedDue(summation)));
    }

    private static @Nullable BigDecimal computedDue(Element summation) {
        BigDecimal total = amount(summation, GRAND_TOTAL);
        return total == null
                ? null
                : total.subtract(amountOrZero(summation, PREPAID)).add(amountOrZero(summation, ROUNDING));
    }

    private static void decimals(Context<Totals> totals) {
        Decimals.atMostTwo(totals, "BR-DEC-09", "ram:LineTotalAmount", "The sum of lines (BT-106)", "明細行合計（BT-106）");
        Decimals.atMostTwo(
                totals, "BR-DEC-10", "ram:AllowanceTotalAmount", "The sum of allowances (BT-107)", "値引合計（BT-107）");
        Decimals.atMostTwo(
                totals, "BR-DEC-11", "ram:ChargeTotalAmount", "The sum of charges (BT-108)", "追加請求合計（BT-108）");
        Decimals.atMostTwo(
                totals, "BR-DEC-12", "ram:TaxBasisTotalAmount", "The total without VAT (BT-109)", "税抜合計金額（BT-109）");
        Decimals.atMostTwo(
                totals, "BR-DEC-14", "ram:GrandTotalAmount", "The total with VAT (BT-112)", "税込合計金額（BT-112）");
        taxDecimals(totals);
        Decimals.atMostTwo(totals, "BR-DEC-16", "ram:TotalPrepaidAmount", "The amount paid (BT-113)", "前払金額（BT-113）");
        Decimals.atMostTwo(totals, "BR-DEC-17", "ram:RoundingAmount", "The rounding amount (BT-114)", "端数調整（BT-114）");
        Decimals.atMostTwo(totals, "BR-DEC-18", "ram:DuePayableAmount", "The amount due (BT-115)", "支払金額（BT-115）");
    }

    /** Of several total VAT amounts one that is as it should be is enough; both rules compare doubles. */
    private static void taxDecimals(Context<Totals> totals) {
        totals.error("BR-DEC-13")
                .says(
                        "The total VAT amount (BT-110) has more than two digits after the decimal point.",
                        "税額合計（BT-110）の小数点以下が2桁を超えています。")
                .hint("Round the amount to two decimals.", "金額を小数点以下2桁に丸めてください。")
                .holdsAtEnd((summation, doc) -> !summation.has(TAX_TOTAL)
                        || TAX_TOTALS.anyIn(
                                summation,
                                tax -> !inCurrency(tax, doc.tally().invoiceCurrency())
                                        || XPathNumbers.wholeCents(XPathNumbers.number(tax))))
                .actual(TAX_TOTALS::textIn)
                .expected("0.00");
        totals.error("BR-DEC-15")
                .says(
                        "No total VAT amount (BT-111) in the VAT accounting currency (BT-6) "
                                + "has at most two digits after the decimal point.",
                        "VAT会計通貨（BT-6）の税額合計（BT-111）で、小数点以下が2桁以内のものがありません。")
                .hint(
                        "State that amount, rounded to two decimals, with the currency of BT-6.",
                        "BT-6 の通貨で、小数点以下2桁に丸めた金額を書いてください。")
                .holdsAtEnd((summation, doc) -> doc.tally().taxCurrency() == null
                        || !summation.has(TAX_TOTAL)
                        || TAX_TOTALS.anyIn(
                                summation,
                                tax -> inCurrency(tax, doc.tally().taxCurrency())
                                        && XPathNumbers.wholeCents(XPathNumbers.number(tax))))
                .actual(TAX_TOTALS::textIn)
                .expected("0.00");
    }

    private static void taxTotal(Pattern<Totals> pattern) {
        pattern.on("//ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount")
                .whenAtEnd((tax, doc) -> inCurrency(tax, doc.tally().invoiceCurrency()))
                .error("BR-CO-14")
                .says(
                        "The total VAT amount (BT-110) is not what the tax of the VAT breakdown (BT-117) adds up to.",
                        "税額合計（BT-110）が、税区分別内訳の税額（BT-117）の合計と一致しません。")
                .hint(
                        "Correct ram:TaxTotalAmount, or ram:CalculatedAmount of the VAT breakdown.",
                        "ram:TaxTotalAmount または税区分別内訳の ram:CalculatedAmount を直してください。")
                .holdsAtEnd((tax, doc) -> doc.tally().taxes().is(tax))
                .expectedAtEnd((tax, doc) -> doc.tally().taxes().shown());
    }

    private static void grandTotal(Context<Totals> invoice) {
        invoice.error("BR-CO-15")
                .says(
                        "The total with VAT (BT-112) is not the total without VAT (BT-109) plus the total VAT amount "
                                + "(BT-110) in the invoice currency.",
                        "税込合計金額（BT-112）が、税抜合計金額（BT-109）と請求書の通貨での税額合計（BT-110）の和と一致しません。")
                .hint(
                        "Correct the totals; exactly one ram:TaxTotalAmount must be in the invoice currency.",
                        "合計を直してください。請求書の通貨での ram:TaxTotalAmount は1つだけです。")
                .holdsAtEnd((root, doc) -> {
                    if (doc.tally().invoiceCurrency() == null) {
                        return true;
                    }
                    Element summation = SUMMATION.firstIn(root);
                    BigDecimal total = amount(summation, GRAND_TOTAL);
                    return XPathNumbers.equal(total, amount(summation, TAX_BASIS))
                            || XPathNumbers.equal(total, computedTotal(doc));
                })
                .actual(root -> SUMMATION.then(GRAND_TOTAL.toString()).textIn(root))
                .expectedAtEnd((root, doc) -> XPathNumbers.shown(computedTotal(doc)));
    }

    /** Null unless there is one total VAT amount in the currency of the invoice. */
    private static @Nullable BigDecimal computedTotal(Doc<Totals> doc) {
        Element summation = SUMMATION.firstIn(doc.root());
        BigDecimal basis = amount(summation, TAX_BASIS);
        if (summation == null || basis == null) {
            return null;
        }
        List<Element> taxes = TAX_TOTALS.allIn(summation);
        taxes.removeIf(tax -> !inCurrency(tax, doc.tally().invoiceCurrency()));
        BigDecimal tax = taxes.size() == 1 ? XPathNumbers.decimal(taxes.get(0)) : null;
        return tax == null ? null : XPathNumbers.cents(basis.add(tax));
    }

    private static boolean inCurrency(Element amount, @Nullable String currency) {
        return Cii.same(currency, amount.attribute(CURRENCY));
    }

    private static @Nullable BigDecimal amount(@Nullable Element summation, Name name) {
        return summation == null ? null : XPathNumbers.decimal(summation.child(name));
    }

    private static BigDecimal amountOrZero(Element summation, Name name) {
        BigDecimal amount = amount(summation, name);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
