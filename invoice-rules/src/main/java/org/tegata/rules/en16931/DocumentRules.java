package org.tegata.rules.en16931;

import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Wording;

/** What every invoice must say of itself and its two parties: BR-01 to BR-11, BR-16, BR-62 and BR-63. */
final class DocumentRules {

    private static final String PARTIES = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/";
    private static final String SELLER = PARTIES + "ram:SellerTradeParty";
    private static final String BUYER = PARTIES + "ram:BuyerTradeParty";
    private static final Path ISSUE_DATE = Path.of("rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString");

    private DocumentRules() {}

    static void addTo(Context<Totals> invoice) {
        document(invoice);
        Required.filled(invoice, "BR-06", SELLER + "/ram:Name", "The seller's name (BT-27)", "売手の名称（BT-27）");
        Required.filled(invoice, "BR-07", BUYER + "/ram:Name", "The buyer's name (BT-44)", "買手の名称（BT-44）");
        Required.present(
                invoice,
                "BR-08",
                SELLER + "/ram:PostalTradeAddress",
                "The seller's postal address (BG-5)",
                "売手の住所（BG-5）");
        Required.filled(
                invoice,
                "BR-09",
                SELLER + "/ram:PostalTradeAddress/ram:CountryID",
                "The country of the seller's address (BT-40)",
                "売手の住所の国コード（BT-40）");
        Required.present(
                invoice,
                "BR-10",
                BUYER + "/ram:PostalTradeAddress",
                "The buyer's postal address (BG-8)",
                "買手の住所（BG-8）");
        Required.filled(
                invoice,
                "BR-11",
                BUYER + "/ram:PostalTradeAddress/ram:CountryID",
                "The country of the buyer's address (BT-55)",
                "買手の住所の国コード（BT-55）");
        invoice.error("BR-16")
                .says("The invoice has no line (BG-25).", "請求書に明細行（BG-25）がありません。")
                .hint(
                        "Add at least one ram:IncludedSupplyChainTradeLineItem.",
                        "ram:IncludedSupplyChainTradeLineItem を1つ以上追加してください。")
                .holdsByDocument(doc -> doc.tally().hasLines());
        electronicAddress(invoice, "BR-62", SELLER, "seller", "売手", "BT-34");
        electronicAddress(invoice, "BR-63", BUYER, "buyer", "買手", "BT-49");
    }

    private static void document(Context<Totals> invoice) {
        Required.filled(
                invoice,
                "BR-01",
                "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
                "The specification that the invoice follows (BT-24)",
                "仕様識別子（BT-24）");
        Required.filled(invoice, "BR-02", "rsm:ExchangedDocument/ram:ID", "The invoice number (BT-1)", "請求書番号（BT-1）");
        invoice.error("BR-03")
                .says("The issue date (BT-2) is missing, or not in format 102.", "発行日（BT-2）がないか、書式102ではありません。")
                .hint(
                        "Write it as udt:DateTimeString format=\"102\", year, month and day as YYYYMMDD.",
                        "udt:DateTimeString format=\"102\" に年月日を YYYYMMDD で書いてください。")
                .holds(root -> {
                    var date = ISSUE_DATE.firstIn(root, written -> Cii.same(written.attribute("format"), "102"));
                    return date != null && !date.blank();
                })
                .actual(ISSUE_DATE::textIn);
        Required.filled(
                invoice, "BR-04", "rsm:ExchangedDocument/ram:TypeCode", "The invoice type (BT-3)", "文書種別コード（BT-3）");
        Required.filled(
                invoice,
                "BR-05",
                "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:InvoiceCurrencyCode",
                "The invoice currency (BT-5)",
                "請求書の通貨（BT-5）");
    }

    private static void electronicAddress(
            Context<Totals> invoice, String id, String party, String en, String ja, String term) {
        Path addresses = Path.of(party + "/ram:URIUniversalCommunication");
        Path identifier = Path.of("ram:URIID");
        invoice.error(id)
                .says(() -> new Wording(
                        "The " + en + "'s electronic address (" + term
                                + ") does not say by which scheme it is written.",
                        ja + "の電子アドレス（" + term + "）にスキーム（schemeID）がありません。"))
                .hint(
                        "Add schemeID to ram:URIID, a code of the EAS list such as 0088 or EM.",
                        "ram:URIID に schemeID（0088 や EM などの EAS コード）を付けてください。")
                .holds(root -> {
                    var first = addresses.firstIn(root);
                    if (first == null) {
                        return true;
                    }
                    var uri = identifier.firstIn(first);
                    return uri != null && Cii.filled(uri.attribute("schemeID"));
                });
    }
}
