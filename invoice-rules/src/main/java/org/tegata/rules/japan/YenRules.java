package org.tegata.rules.japan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.Pattern;

/**
 * Yen have no decimals, and consumption tax is stated in yen even where the price is not.
 *
 * <p>Fractions of a yen in the tax are an ERROR (Order for Enforcement art. 70-10 has them rounded away); in totals a
 * WARNING, as the law leaves their rounding open. On an invoice in another currency the tax per rate must be stated in
 * yen (National Tax Agency, questions and answers on the invoice system): with one rate the total in {@code
 * TaxTotalAmount} says it, with more each row needs a second {@code CalculatedAmount} in JPY. A return invoice may
 * state the rate instead.
 */
final class YenRules {

    static final BigDecimal CENT = new BigDecimal("0.01");

    private static final String TAX_AMOUNTS = JapanBook.SETTLEMENT + "/ram:ApplicableTradeTax/ram:CalculatedAmount | "
            + JapanBook.SUMMATION + "/ram:TaxTotalAmount";
    private static final String OTHER_AMOUNTS = JapanBook.SUMMATION + "/ram:*Amount!ram:TaxTotalAmount | "
            + JapanBook.SETTLEMENT + "/ram:ApplicableTradeTax/ram:BasisAmount | "
            + JapanBook.LINE + "/ram:SpecifiedLineTradeSettlement"
            + "/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";
    private static final Name TAX_CURRENCY = Name.of("ram:TaxCurrencyCode");
    private static final Name CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Path ROW = Path.of("ram:ApplicableTradeTax");
    private static final Path ROW_TAX = Path.of("ram:CalculatedAmount");
    private static final Path TAX_TOTAL =
            Path.of("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount");

    private YenRules() {}

    static void addTo(Pattern<JapanNotes> pattern) {
        foreign(pattern.on(JapanBook.SETTLEMENT));
        pattern.on(TAX_AMOUNTS)
                .error("TGT-JP-17")
                .says("An amount of consumption tax in yen has a fraction.", "円建ての消費税額等に1円未満の端数があります。")
                .hint("Round the tax to whole yen, once per rate.", "税率ごとに1回の端数処理を行い、円単位で記載してください。")
                .holds(YenRules::whole)
                .holdsAtEnd((e, doc) -> !inYen(e, doc));
        pattern.on(OTHER_AMOUNTS)
                .warning("TGT-JP-23")
                .says("An amount in yen has a fraction.", "円建ての金額に1円未満の端数があります。")
                .hint(
                        "Totals in yen are whole numbers; only unit prices may have decimals.",
                        "円建ての金額は整数で記載してください（小数を使えるのは単価だけです）。")
                .holds(e -> whole(e) || !isYen(e.attribute("currencyID"), true))
                .holdsByDocument(doc -> !JapanNotes.inYen(doc));
    }

    private static void foreign(Context<JapanNotes> settlement) {
        settlement
                .error("TGT-JP-20")
                .says(
                        "The invoice is not in yen, and it is not said that the tax is stated in yen.",
                        "外貨建ての請求書ですが、消費税額等を円で示すための通貨コードがありません。")
                .hint("Set TaxCurrencyCode (BT-6) to JPY.", "TaxCurrencyCode（BT-6）に JPY を記載してください。")
                .actual(e -> e.text(TAX_CURRENCY))
                .expected(JapanNotes.YEN)
                .holds(e -> isYen(e.text(CURRENCY), true) || isYen(e.text(TAX_CURRENCY), false))
                .holdsByDocument(JapanNotes::returnInvoice);
        settlement
                .error("TGT-JP-21")
                .says(
                        "The invoice is not in yen, and the tax per rate is not stated in yen either.",
                        "外貨建ての請求書ですが、税率ごとの消費税額等が円で記載されていません。")
                .hint(
                        "State TaxTotalAmount in JPY (BT-111) if there is one rate; with more rates, give each"
                                + " ApplicableTradeTax a CalculatedAmount with currencyID JPY.",
                        "税率が一つの場合は TaxTotalAmount（BT-111）を円で、複数の場合は各 ApplicableTradeTax に"
                                + " currencyID「JPY」の CalculatedAmount を記載してください。")
                .actual(e -> null)
                .expected(JapanNotes.YEN)
                .holds(e -> isYen(e.text(CURRENCY), true) || everyRowInYen(e))
                .holdsAtEnd((e, doc) -> JapanNotes.returnInvoice(doc)
                        || doc.tally().taxRows() == 0
                        || doc.tally().taxRows() == 1 && TAX_TOTAL.anyIn(e, YenRules::marked));
    }

    private static boolean everyRowInYen(Element settlement) {
        return !ROW.anyIn(settlement, row -> TaxRow.isTaxed(row) && !ROW_TAX.anyIn(row, YenRules::marked));
    }

    private static boolean marked(Element amount) {
        return isYen(amount.attribute("currencyID"), false);
    }

    /** Whether an amount is in yen, by its own currency or else the invoice's. */
    static boolean inYen(@Nullable Element amount, Doc<JapanNotes> doc) {
        return isYen(amount == null ? null : amount.attribute("currencyID"), JapanNotes.inYen(doc));
    }

    private static boolean isYen(@Nullable String currency, boolean ifUnsaid) {
        return currency == null ? ifUnsaid : currency.strip().equals(JapanNotes.YEN);
    }

    /** Without a fraction; decimals that are zero do no harm. */
    private static boolean whole(Element amount) {
        if (amount.text().indexOf('.') < 0) {
            return true;
        }
        var value = amount.decimal();
        return value == null
                || value.signum() == 0
                || value.stripTrailingZeros().scale() <= 0;
    }
}
