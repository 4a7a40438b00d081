package org.tegata.rules.japan;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;

/**
 * The amounts per rate of tax and the tax on them (Consumption Tax Act art. 57-4 (1) items 4 and 5; (3) items 4 and 5).
 *
 * <p>The tax is rounded to whole yen once per rate and invoice (Order for Enforcement art. 70-10): sums of taxes that
 * were rounded line by line are an ERROR. Amounts per rate may be stated without the tax or with it; the latter is
 * taken for granted where they add up to the total of the invoice. A return invoice states the rate or the tax, so
 * there the tax may be missing. An invoice without any tax is not wrong, only pointless: a WARNING.
 */
final class TaxRules {

    /** In force: 10 and the reduced 8; old contracts under transitional measures: 8 and 5. */
    private static final Set<BigDecimal> RATES = Set.of(normal("10"), normal("8"), normal("5"));

    private static final Path ROW = Path.of("ram:ApplicableTradeTax");

    private TaxRules() {}

    private static BigDecimal normal(String rate) {
        return new BigDecimal(rate).stripTrailingZeros();
    }

    static void addTo(Pattern<JapanNotes> pattern) {
        breakdown(pattern.on(JapanBook.SETTLEMENT));
        row(pattern.on(JapanBook.SETTLEMENT + "/ram:ApplicableTradeTax").when(TaxRow::isTaxed));
    }

    private static void breakdown(Context<JapanNotes> settlement) {
        settlement
                .error("TGT-JP-10")
                .says("The invoice has no amounts by rate of consumption tax.", "税率ごとに区分して合計した金額が記載されていません。")
                .hint(
                        "Add ApplicableTradeTax with TypeCode VAT for each rate: basis, rate and tax (BG-23).",
                        "税率ごとに、TypeCode「VAT」の ApplicableTradeTax（BG-23）に対価の額、税率、消費税額等を" + "記載してください。")
                .actual(e -> null)
                .holds(e -> ROW.anyIn(e, TaxRow::isConsumptionTax));
        settlement
                .warning("TGT-JP-26")
                .says(
                        "Nothing on this invoice is taxed: a qualified invoice is not needed for it.",
                        "課税対象の取引がありません。適格請求書としての交付は必要ありません。")
                .hint(
                        "Check the tax categories; choose another rule set for exempt supplies and exports.",
                        "税区分を確認してください。非課税や輸出免税の取引だけの場合は、別のルールセットをお使いください。")
                .actual(e -> null)
                .holds(e -> !ROW.anyIn(e, TaxRow::isConsumptionTax))
                .holdsByDocument(doc -> doc.tally().taxRows() > 0);
        settlement
                .error("TGT-JP-15")
                .says(
                        "One rate of tax has more than one row, so its tax is rounded more than once.",
                        "同じ税率の内訳が複数あり、端数処理が税率ごとに1回になっていません。")
                .hint(
                        "Add the amounts of that rate up in one ApplicableTradeTax and round its tax once.",
                        "その税率の金額を一つの ApplicableTradeTax に合計し、税額の端数処理を1回だけ行ってください。")
                .actual(e -> null)
                .expectedAtEnd((e, doc) -> "1 x " + shown(doc.tally().repeatedRate()))
                .holdsAtEnd((e, doc) -> doc.tally().repeatedRate() == null);
        settlement
                .error("TGT-JP-18")
                .says(
                        "A line or charge has a rate of tax for which there is no total.",
                        "明細行又は追加請求・値引の税率に対応する、税率ごとの合計金額がありません。")
                .hint(
                        "Add ApplicableTradeTax for each rate that occurs.",
                        "使用しているすべての税率について ApplicableTradeTax を記載してください。")
                .actual(e -> null)
                .expectedAtEnd((e, doc) -> shown(doc.tally().rateWithoutRow()))
                .holdsAtEnd((e, doc) -> doc.tally().rateWithoutRow() == null);
    }

    private static @Nullable String shown(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.toPlainString() + " %";
    }

    private static void row(Context<JapanNotes> row) {
        row.error("TGT-JP-11")
                .says("The rate of tax is not stated.", "適用税率が記載されていません。")
                .hint("Fill in RateApplicablePercent.", "RateApplicablePercent を記載してください。")
                .actual(e -> null)
                .expected("8, 10")
                .holds(e -> e.has(TaxRow.RATE));
        row.error("TGT-JP-12")
                .says("This is no rate of Japanese consumption tax.", "日本の消費税の税率ではありません。")
                .hint(
                        "10 in general, 8 for food and newspapers, 5 only under old contracts.",
                        "標準税率は 10、軽減税率は 8 です（5 は経過措置の対象のみ）。")
                .actual(e -> e.text(TaxRow.RATE))
                .expected("8, 10")
                .holds(e -> TaxRow.rate(e) == null || RATES.contains(TaxRow.rate(e)));
        row.error("TGT-JP-13")
                .says("The total of the supplies at this rate is not stated.", "この税率の対価の額の合計（税抜価額又は税込価額）が記載されていません。")
                .hint("Fill in BasisAmount.", "BasisAmount を記載してください。")
                .actual(e -> null)
                .holds(e -> e.has(TaxRow.BASIS));
        row.error("TGT-JP-14")
                .says("The tax at this rate is not stated.", "この税率の消費税額等が記載されていません。")
                .hint("Fill in CalculatedAmount.", "CalculatedAmount を記載してください。")
                .actual(e -> null)
                .holds(e -> e.has(TaxRow.TAX))
                .holdsByDocument(JapanNotes::returnInvoice);
        row.error("TGT-JP-16")
                .says(
                        "The tax is not the total at this rate times the rate, rounded once to whole yen.",
                        "消費税額等が、この税率の合計金額に税率を乗じて1円未満の端数を1回だけ処理した額になっていません。")
                .hint(
                        "Reckon the tax from the total per rate and round it down, up or half up; do not add up"
                                + " taxes of lines.",
                        "税率ごとの合計金額から税額を計算し、切捨て、切上げ又は四捨五入を1回だけ行ってください。明細行ごとの" + "税額の合計は認められません。")
                .actual(e -> e.text(TaxRow.TAX))
                .expectedAtEnd(TaxRules::right)
                .holdsAtEnd(TaxRules::roundedOnce);
        row.error("TGT-JP-19")
                .says(
                        "The total at this rate is not the sum of the lines, charges and allowances at this rate.",
                        "この税率の合計金額が、同じ税率の明細行・追加請求・値引の合計と一致していません。")
                .hint(
                        "Add up LineTotalAmount of the lines at this rate, with charges, without allowances.",
                        "この税率の明細行の LineTotalAmount に追加請求を加え、値引を差し引いて合計してください。")
                .actual(e -> e.text(TaxRow.BASIS))
                .expectedAtEnd((e, doc) -> sum(e, doc).toPlainString())
                .holdsAtEnd(TaxRules::isSum);
    }

    /** Only for yen: tax in other currencies is not rounded to whole units. */
    private static boolean roundedOnce(Element row, Doc<JapanNotes> doc) {
        var rate = TaxRow.rate(row);
        var basis = TaxRow.number(row.child(TaxRow.BASIS));
        var tax = row.child(TaxRow.TAX);
        var amount = TaxRow.number(tax);
        if (rate == null || basis == null || amount == null || !YenRules.inYen(tax, doc)) {
            return true;
        }
        return TaxRow.roundedOnce(amount, basis, rate, doc.tally().taxIncluded());
    }

    private static @Nullable String right(Element row, Doc<JapanNotes> doc) {
        var rate = TaxRow.rate(row);
        var basis = TaxRow.number(row.child(TaxRow.BASIS));
        return rate == null || basis == null
                ? null
                : TaxRow.whole(basis, rate, doc.tally().taxIncluded());
    }

    private static BigDecimal sum(Element row, Doc<JapanNotes> doc) {
        var rate = TaxRow.rate(row);
        return rate == null ? BigDecimal.ZERO : doc.tally().supplied(rate);
    }

    /** Totals may be made whole yen, so less than one yen between them is no fault; of other currencies one cent. */
    private static boolean isSum(Element row, Doc<JapanNotes> doc) {
        var rate = TaxRow.rate(row);
        var notes = doc.tally();
        if (rate == null || !row.has(TaxRow.BASIS) || !notes.sorted() || notes.taxIncluded()) {
            return true;
        }
        var off = notes.stated(rate).subtract(notes.supplied(rate)).abs();
        return off.compareTo(JapanNotes.inYen(doc) ? BigDecimal.ONE : YenRules.CENT) < 0;
    }
}
