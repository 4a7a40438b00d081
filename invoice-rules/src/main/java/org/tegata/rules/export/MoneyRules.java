package org.tegata.rules.export;

import java.math.BigDecimal;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;

/**
 * How the amounts of the header hang together (cf. EN 16931 BR-CO-11 to -16), each asked only if it can be. The sum of
 * the lines is asked by {@link RecordBook} (TGT-INV-03).
 */
final class MoneyRules {

    private static final Path ALLOWANCE_CHARGE = Path.of("ram:SpecifiedTradeAllowanceCharge");
    private static final Path SERVICE_CHARGE = Path.of("ram:SpecifiedLogisticsServiceCharge/ram:AppliedAmount");
    private static final Name INVOICE_CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Name TAX_CURRENCY = Name.of("ram:TaxCurrencyCode");
    private static final Name PAYMENT_CURRENCY = Name.of("ram:PaymentCurrencyCode");
    private static final Path TAX_RATE = Path.of("ram:TaxApplicableTradeCurrencyExchange/ram:ConversionRate");
    private static final Path INVOICE_RATE = Path.of("ram:InvoiceApplicableTradeCurrencyExchange/ram:ConversionRate");
    private static final Path PAYMENT_RATE = Path.of("ram:PaymentApplicableTradeCurrencyExchange/ram:ConversionRate");

    private final RuleBook<ExportNotes> book;

    private MoneyRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new MoneyRules(book);
        rules.taxBasis();
        rules.grandTotal();
        rules.duePayable();
        rules.currencyOfLines();
        rules.decimals();
        rules.allowances();
        rules.charges();
        rules.exchangeRate();
    }

    /** BR-CO-13. */
    private void taxBasis() {
        total(
                "TGT-INV-10",
                Totals.TAX_BASIS,
                "The total without tax (BT-109) is not line total (BT-106) minus allowances (BT-107)"
                        + " plus charges (BT-108).",
                "税抜合計金額（BT-109）が「明細行合計（BT-106）-値引合計（BT-107）+追加請求合計（BT-108）」と一致しません。",
                totals -> {
                    var lines = totals.one(Totals.LINES);
                    return lines == null
                            ? null
                            : lines.subtract(totals.sum(Totals.ALLOWANCES)).add(totals.sum(Totals.CHARGES));
                });
    }

    /** BR-CO-15. */
    private void grandTotal() {
        total(
                "TGT-INV-11",
                Totals.GRAND,
                "The total with tax (BT-112) is not total without tax (BT-109) plus tax (BT-110).",
                "税込合計金額（BT-112）が「税抜合計金額（BT-109）+税額合計（BT-110）」と一致しません。",
                totals -> {
                    var basis = totals.one(Totals.TAX_BASIS);
                    return basis == null ? null : basis.add(totals.sum(Totals.TAX));
                });
    }

    /** BR-CO-16. */
    private void duePayable() {
        total(
                "TGT-INV-12",
                Totals.DUE,
                "The amount due (BT-115) is not total with tax (BT-112) minus prepaid (BT-113) plus rounding (BT-114).",
                "支払金額（BT-115）が「税込合計金額（BT-112）-前払金額（BT-113）+端数調整（BT-114）」と一致しません。",
                totals -> {
                    var grand = totals.one(Totals.GRAND);
                    return grand == null
                            ? null
                            : grand.subtract(totals.sum(Totals.PREPAID)).add(totals.sum(Totals.ROUNDING));
                });
    }

    private void total(String id, Name kind, String en, String ja, Function<Totals, @Nullable BigDecimal> computation) {
        book.pattern()
                .on(Where.SUMMATION + "/" + kind)
                .warning(id)
                .says(en, ja)
                .hint("Correct the total, or the amount that is missing in it.", "合計か、抜けている金額を訂正してください。")
                .expectedAtEnd((total, doc) -> {
                    var totals = doc.tally().totals();
                    var expected = computation.apply(totals);
                    return expected == null ? null : Read.plain(totals.payable(expected));
                })
                .holdsAtEnd((total, doc) -> {
                    var totals = doc.tally().totals();
                    var expected = totals.isOne(total) ? computation.apply(totals) : null;
                    return expected == null || totals.agree(Totals.value(total), expected);
                });
    }

    /** UCP 600 art. 18(a)(iii): one currency, that of the credit. Two of them have no sum. */
    private void currencyOfLines() {
        book.pattern()
                .on(Where.SETTLEMENT + "/ram:InvoiceCurrencyCode")
                .error("TGT-EXP-34")
                .says(
                        "A line has its total in another currency than that of the invoice (BT-5).",
                        "明細行の金額が、請求書の通貨（BT-5）以外の通貨で記載されています。")
                .hint("Convert the lines, or make one invoice for each currency.", "明細を請求通貨に換算するか、通貨ごとに請求書を分けてください。")
                .expectedAtEnd((code, doc) -> code.text().strip() + ", not "
                        + new TreeSet<>(doc.tally().otherCurrencies(Read.text(code))))
                .holdsAtEnd((code, doc) ->
                        doc.tally().otherCurrencies(Read.text(code)).isEmpty());
    }

    /** ISO 4217. The totals themselves are TGT-INV-02. */
    private void decimals() {
        book.pattern()
                .on(Where.SETTLEMENT + "/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount|" + Where.SETTLEMENT
                        + "/ram:SpecifiedLogisticsServiceCharge/ram:AppliedAmount|" + Where.SETTLEMENT
                        + "/ram:ApplicableTradeTax/ram:CalculatedAmount|" + Where.SETTLEMENT
                        + "/ram:ApplicableTradeTax/ram:BasisAmount")
                .warning("TGT-EXP-35")
                .says(
                        "An amount of the document's allowances, charges or taxes has more decimals than its currency.",
                        "文書レベルの値引・追加請求・税に関する金額の小数桁数が、通貨の小数桁数を超えています。")
                .hint("Round the amount to what can be paid.", "支払える単位に丸めてください。")
                .expectedAtEnd((amount, doc) -> doc.tally().totals().decimalsAllowed(amount))
                .holdsAtEnd((amount, doc) -> doc.tally().totals().isPayable(amount));
    }

    /** Customs take a discount off the value only if the invoice shows it (WTO Valuation Agreement art. 1). */
    private void allowances() {
        book.pattern()
                .on(Where.SUMMATION)
                .warning("TGT-EXP-36")
                .says(
                        "The allowance total (BT-107) is not the sum of the document's allowances (BT-92).",
                        "値引合計（BT-107）が、文書レベルの値引（BT-92）の合計と一致しません。")
                .hint("Correct the total, or list every allowance.", "合計を訂正するか、すべての値引を記載してください。")
                .actual(sums -> Read.text(sums, Totals.ALLOWANCES))
                .expected(sums -> {
                    var listed = listed(sums, false);
                    return listed == null ? null : Read.plain(listed);
                })
                .holdsAtEnd((sums, doc) -> {
                    var listed = listed(sums, false);
                    var totals = doc.tally().totals();
                    return listed == null || totals.agree(totals.sum(Totals.ALLOWANCES), listed);
                });
    }

    /** Freight and insurance may be charges or service charges; whether the latter count in the total, nobody says. */
    private void charges() {
        book.pattern()
                .on(Where.SUMMATION)
                .warning("TGT-EXP-37")
                .says(
                        "The charge total (BT-108) is not the sum of the document's charges (BT-99).",
                        "追加請求合計（BT-108）が、文書レベルの追加請求（BT-99）の合計と一致しません。")
                .hint(
                        "Correct the total, or list every charge: freight, insurance, packing.",
                        "合計を訂正するか、運賃・保険料・梱包費などすべての追加請求を記載してください。")
                .actual(sums -> Read.text(sums, Totals.CHARGES))
                .expected(sums -> {
                    var listed = listed(sums, true);
                    return listed == null ? null : Read.plain(listed);
                })
                .holdsAtEnd((sums, doc) -> {
                    var listed = listed(sums, true);
                    var totals = doc.tally().totals();
                    return listed == null
                            || totals.agree(totals.sum(Totals.CHARGES), listed)
                            || totals.agree(totals.sum(Totals.CHARGES), listed.add(serviceCharges(sums)));
                });
    }

    /** The sum of the allowances or charges that the document lists; null if it lists none, or one cannot be read. */
    private static @Nullable BigDecimal listed(Element sums, boolean charges) {
        Element settlement = sums.parent();
        boolean any = ALLOWANCE_CHARGE.anyIn(
                        settlement, one -> Boolean.valueOf(charges).equals(AllowanceCharges.isCharge(one)))
                || charges && SERVICE_CHARGE.existsIn(settlement);
        return settlement == null || !any ? null : AllowanceCharges.sum(settlement, ALLOWANCE_CHARGE, charges);
    }

    private static BigDecimal serviceCharges(Element sums) {
        var sum = BigDecimal.ZERO;
        for (Element amount : SERVICE_CHARGE.allIn(sums.parent())) {
            sum = sum.add(Totals.value(amount));
        }
        return sum;
    }

    /** Customs and tax offices count in their own currency and ask by which rate. */
    private void exchangeRate() {
        book.pattern()
                .on(Where.SETTLEMENT)
                .warning("TGT-EXP-38")
                .says(
                        "Tax or payment is in another currency than the invoice, but the exchange rate is missing.",
                        "税または支払の通貨が請求通貨と異なりますが、換算レートが記載されていません。")
                .hint(
                        "Add TaxApplicableTradeCurrencyExchange or PaymentApplicableTradeCurrencyExchange with"
                                + " ConversionRate.",
                        "TaxApplicableTradeCurrencyExchange または PaymentApplicableTradeCurrencyExchange に"
                                + " ConversionRate を記載してください。")
                .actual(settlement -> Read.text(settlement, INVOICE_CURRENCY) + ", tax "
                        + Read.text(settlement, TAX_CURRENCY) + ", payment "
                        + Read.text(settlement, PAYMENT_CURRENCY))
                .holds(settlement -> hasRate(settlement, TAX_CURRENCY, TAX_RATE)
                        && hasRate(settlement, PAYMENT_CURRENCY, PAYMENT_RATE));
    }

    private static boolean hasRate(Element settlement, Name currency, Path rate) {
        String other = Read.text(settlement, currency);
        return other == null
                || other.equals(Read.text(settlement, INVOICE_CURRENCY))
                || Read.positive(rate.firstIn(settlement))
                || Read.positive(INVOICE_RATE.firstIn(settlement));
    }
}
