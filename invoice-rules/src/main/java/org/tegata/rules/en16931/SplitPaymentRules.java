package org.tegata.rules.en16931;

import org.tegata.rules.rule.Context;

/** Italian split payment, VAT category B: BR-B-01 and BR-B-02. */
final class SplitPaymentRules {

    private SplitPaymentRules() {}

    static void addTo(Context<Totals> invoice) {
        invoice.error("BR-B-01")
                .says(
                        "VAT category B (split payment) is for invoices within Italy, but another country is named.",
                        "税区分「B」（スプリットペイメント）はイタリア国内の請求書専用ですが、他の国が書かれています。")
                .hint("Use another category, or correct ram:CountryID to IT.", "他の税区分を使うか、ram:CountryID を IT に直してください。")
                .holdsByDocument(
                        doc -> !doc.tally().hasSplitPayment() || !doc.tally().namesCountryOtherThanItaly());
        invoice.error("BR-B-02")
                .says(
                        "VAT categories B (split payment) and S (standard rate) stand in the same invoice.",
                        "税区分「B」（スプリットペイメント）と「S」（標準税率）が同じ請求書にあります。")
                .hint("Use only one of the two in an invoice.", "1つの請求書ではどちらか一方だけを使ってください。")
                .holdsByDocument(
                        doc -> !doc.tally().hasSplitPayment() || !doc.tally().hasStandardRate());
    }
}
