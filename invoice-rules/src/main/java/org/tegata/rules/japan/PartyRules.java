package org.tegata.rules.japan;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/**
 * Who issues the invoice, under which number, and for whom (Consumption Tax Act art. 57-4 (1) items 1 and 6).
 *
 * <p>The issuer is the seller, or the invoicer where an intermediary issues the invoice under its own name and number
 * (媒介者交付特例). A return invoice need not name its recipient (paragraph 3). The form of the number is an ERROR
 * because the buyer cannot look up another one; the law's paper forms allow wide characters, data do not need them.
 * The check digit is a WARNING, see {@link RegistrationNumber}.
 */
final class PartyRules {

    static final String TAX_NUMBERS =
            JapanBook.AGREEMENT + "/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID | " + JapanBook.SETTLEMENT
                    + "/ram:InvoicerTradeParty/ram:SpecifiedTaxRegistration/ram:ID";

    private static final Path SELLER_NAME = Path.of("ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty/ram:Name");
    private static final Path INVOICER_NAME =
            Path.of("ram:ApplicableHeaderTradeSettlement/ram:InvoicerTradeParty/ram:Name");
    private static final Path BUYER_NAME = Path.of("ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty/ram:Name");
    private static final Path INVOICEE_NAME =
            Path.of("ram:ApplicableHeaderTradeSettlement/ram:InvoiceeTradeParty/ram:Name");

    private PartyRules() {}

    static void addTo(Pattern<JapanNotes> pattern) {
        parties(pattern.on(JapanBook.TRANSACTION));
        var number = pattern.on(TAX_NUMBERS).when(RegistrationNumber::isTaxNumber);
        number.error("TGT-JP-02")
                .says(
                        "The registration number of the issuer is not a T followed by 13 digits.",
                        "適格請求書発行事業者の登録番号が「T＋13桁の数字」の書式になっていません。")
                .hint(
                        "Write a plain T and 13 plain digits, without hyphens, blanks or wide characters.",
                        "半角の「T」に続けて半角数字13桁を、ハイフンや空白を入れずに記載してください。")
                .expected("T9999999999999")
                .holds(RegistrationNumber::formed)
                .holdsByDocument(doc -> doc.tally().registered());
        number.warning("TGT-JP-03")
                .says(
                        "The check digit of the registration number seems to be wrong.",
                        "登録番号のチェックデジット（先頭の数字）が一致しないようです。")
                .hint(
                        "Compare the number with the public list of issuers of the National Tax Agency.",
                        "国税庁の適格請求書発行事業者公表サイトで登録番号をご確認ください。")
                .holds(RegistrationNumber::checkDigitFits);
    }

    private static void parties(Context<JapanNotes> transaction) {
        transaction
                .error("TGT-JP-01")
                .says("The registration number of the issuer is missing.", "適格請求書発行事業者の登録番号が記載されていません。")
                .hint(
                        "Add SpecifiedTaxRegistration/ID with schemeID FC to the seller: T and 13 digits. (EN 16931"
                                + " refuses such a number with schemeID VA, because T is no country.)",
                        "売手の SpecifiedTaxRegistration/ID に、schemeID「FC」で「T＋13桁の数字」を記載してください"
                                + "（schemeID「VA」では、EN 16931 の国コードの検査でエラーになります）。")
                .actual(e -> null)
                .expected("T9999999999999")
                .holdsByDocument(doc -> doc.tally().taxNumbers() > 0);
        transaction
                .error("TGT-JP-04")
                .says("The name of the issuer is missing.", "適格請求書発行事業者の氏名又は名称が記載されていません。")
                .hint(
                        "Fill in the Name of the seller; a trade name that is known to belong to it will do.",
                        "売手の Name を記載してください（電話番号などから特定できる屋号や省略名でも差し支えありません）。")
                .actual(e -> null)
                .holds(e -> filled(SELLER_NAME, e) || filled(INVOICER_NAME, e));
        transaction
                .error("TGT-JP-05")
                .says("The name of the recipient is missing.", "書類の交付を受ける事業者の氏名又は名称が記載されていません。")
                .hint("Fill in the Name of the buyer.", "買手の Name を記載してください。")
                .actual(e -> null)
                .holds(e -> filled(BUYER_NAME, e) || filled(INVOICEE_NAME, e))
                .holdsByDocument(JapanNotes::returnInvoice);
    }

    /** Blank is also what consists of wide blanks only (U+3000), which are common in Japanese texts. */
    private static boolean filled(Path path, Element from) {
        return path.anyIn(from, found -> !found.text().isBlank());
    }
}
