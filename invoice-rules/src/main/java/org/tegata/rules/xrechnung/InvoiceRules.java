package org.tegata.rules.xrechnung;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What Germany demands of the invoice as a whole: type, guideline, references, registration, terms. */
final class InvoiceRules {

    private static final Set<String> TYPES = Set.of("326", "380", "384", "389", "381", "875", "876", "877");
    private static final Set<String> TAX_NUMBERS = Set.of("VA", "FC");
    private static final Path TYPE = Path.of("rsm:ExchangedDocument/ram:TypeCode");
    private static final Path GUIDELINE = Path.of("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID");
    private static final Path BUYER_REFERENCE =
            Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:BuyerReference");
    private static final Path SELLER_TAX_NUMBER = Path.of("rsm:SupplyChainTradeTransaction"
            + "/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID");
    private static final Path REPRESENTATIVE = Path.of("rsm:SupplyChainTradeTransaction"
            + "/ram:ApplicableHeaderTradeAgreement/ram:SellerTaxRepresentativeTradeParty");
    private static final Path SETTLEMENT =
            Path.of("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement");
    private static final Path PAYMENT_MEANS = SETTLEMENT.then("ram:SpecifiedTradeSettlementPaymentMeans");
    private static final Path TERMS = SETTLEMENT.then("ram:SpecifiedTradePaymentTerms");
    private static final Path TERMS_TEXT = Path.of("ram:Description");
    private static final Path EARLIER_INVOICE = SETTLEMENT.then("ram:InvoiceReferencedDocument");
    private static final Path DELIVERED =
            Path.of("ram:ApplicableHeaderTradeDelivery" + "/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime");
    private static final Path PERIOD = Path.of("ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod");

    private InvoiceRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        var invoice = pattern.on(XRechnungBook.ROOT);
        DirectDebit.addTo(invoice);
        references(invoice);
        registration(invoice);
        terms(invoice);
        pattern.on(XRechnungBook.ROOT + "/rsm:ExchangedDocumentContext")
                .warning("BR-DE-21")
                .says(
                        "The guideline (BT-24) is none of those of XRechnung 3.0.",
                        "仕様識別子（BT-24）が XRechnung 3.0 のものではありません。")
                .hint(
                        "Write exactly one of the three ids, without white space, if the invoice follows XRechnung.",
                        "XRechnung に従う請求書の場合は、三つの識別子のいずれかを空白なしで正確に記載してください。")
                .actual(GUIDELINE::textIn)
                .expected(String.join(", ", XRechnungBook.GUIDELINES))
                .holds(e -> GUIDELINE.anyIn(e, id -> XRechnungBook.GUIDELINES.contains(id.text())));
        pattern.on(XRechnungBook.TRANSACTION)
                .rule("BR-DE-TMP-32", Severity.INFORMATION)
                .says(
                        "Neither the day of delivery (BT-72) nor a period, of the invoice (BG-14) or of each line"
                                + " (BG-26), is stated.",
                        "納品日（BT-72）も、請求期間（BG-14）または全明細行の請求期間（BG-26）も記載されていません。")
                .hint(
                        "German VAT law wants to know when the supply was made: state one of them.",
                        "ドイツの売上税法では供給の時期が必要です。いずれかを記載してください。")
                .holdsAtEnd((e, doc) -> DELIVERED.existsIn(e)
                        || PERIOD.existsIn(e)
                        || doc.tally().everyLineHasPeriod());
    }

    private static void references(Context<XRechnungNotes> invoice) {
        invoice.error("BR-DE-1")
                .says("The invoice does not say how it is to be paid (BG-16).", "支払方法（BG-16）が記載されていません。")
                .hint(
                        "Add SpecifiedTradeSettlementPaymentMeans with a TypeCode (BT-81).",
                        "SpecifiedTradeSettlementPaymentMeans を TypeCode（BT-81）とともに追加してください。")
                .holds(PAYMENT_MEANS::existsIn);
        invoice.error("BR-DE-15")
                .says("There is no buyer reference (BT-10).", "買手の参照番号（BT-10）がありません。")
                .hint(
                        "Give the Leitweg-ID that the public body has told you, or what else it asked for.",
                        "発注した官公庁から通知された Leitweg-ID など、求められた参照番号を記載してください。")
                .holds(e -> BUYER_REFERENCE.anyIn(e, Texts::filled));
        invoice.warning("BR-DE-17")
                .says(
                        "This type of document (BT-3) is not meant to be used in Germany.",
                        "この文書種別コード（BT-3）は、ドイツでは使用しないこととされています。")
                .hint(
                        "Choose the type that comes nearest, 380 for an ordinary invoice.",
                        "最も近いコードを選んでください（通常の請求書は 380）。")
                .actual(TYPE::textIn)
                .expected("326, 380, 381, 384, 389, 875, 876, 877")
                .holds(e -> TYPES.contains(Texts.normal(TYPE.textIn(e))));
        invoice.warning("BR-DE-26")
                .says(
                        "A corrected invoice (type 384) does not name the invoice that it corrects (BG-3).",
                        "訂正請求書（文書種別コード 384）に、訂正の対象となる請求書（BG-3）が示されていません。")
                .hint(
                        "Add InvoiceReferencedDocument with the number of the earlier invoice (BT-25).",
                        "InvoiceReferencedDocument に元の請求書の番号（BT-25）を記載してください。")
                .holds(e -> !Texts.normal(TYPE.textIn(e)).equals("384") || EARLIER_INVOICE.existsIn(e));
    }

    /**
     * Only lines count. The official rule also has allowances and charges of the document in mind, but compares their
     * whole {@code CategoryTradeTax} with "VAT", which no real invoice can equal.
     */
    private static void registration(Context<XRechnungNotes> invoice) {
        invoice.error("BR-DE-16")
                .says(
                        "The lines carry VAT, but the seller has neither a VAT number (BT-31) nor a tax number (BT-32)"
                                + " nor a tax representative (BG-11).",
                        "明細行に VAT がありますが、売手のVAT登録番号（BT-31）、税務登録番号（BT-32）、税務代理人（BG-11）の" + "いずれもありません。")
                .hint(
                        "Add SpecifiedTaxRegistration/ID of the seller with schemeID VA or FC.",
                        "売手の SpecifiedTaxRegistration/ID を schemeID VA または FC とともに追加してください。")
                .holds(e -> REPRESENTATIVE.existsIn(e) || SELLER_TAX_NUMBER.anyIn(e, InvoiceRules::taxNumber))
                .holdsByDocument(doc -> !doc.tally().linesNeedRegistration());
    }

    private static boolean taxNumber(Element id) {
        return TAX_NUMBERS.contains(Texts.normal(id.attribute("schemeID"))) && Texts.filled(id);
    }

    private static void terms(Context<XRechnungNotes> invoice) {
        invoice.error("BR-DE-18")
                .says(
                        "A line of the payment terms (BT-20) begins with # but is not a discount in XRechnung's form,"
                                + " or the last discount's line is not ended.",
                        "支払条件（BT-20）に # で始まる行がありますが、XRechnung の割引の書式ではないか、最後の割引の行が" + "改行で終わっていません。")
                .hint(
                        "Write each discount on a line of its own, with two decimals, and end it with a line feed:"
                                + " #SKONTO#TAGE=14#PROZENT=2.00#, if needed with BASISBETRAG=357.93#.",
                        "割引は一件ごとに 1 行とし、小数点以下 2 桁で記載して改行で終えてください。例："
                                + " #SKONTO#TAGE=14#PROZENT=2.00#、必要に応じて BASISBETRAG=357.93# を続けます。")
                .actual(InvoiceRules::wrongTerms)
                .expected("#SKONTO#TAGE=n#PROZENT=n.nn#[BASISBETRAG=n.nn#]")
                .holds(e -> wrongTerms(e) == null);
    }

    /** The first line that is wrong, or the terms whose last discount is not ended; null if all is well. */
    private static @Nullable String wrongTerms(Element invoice) {
        for (Element terms : TERMS.allIn(invoice)) {
            String text = TERMS_TEXT.textIn(terms);
            if (text != null) {
                var skonto = new Skonto(text);
                String wrong = skonto.wrongLine();
                if (wrong != null) {
                    return wrong;
                }
                if (skonto.present() && !skonto.ended()) {
                    return text.strip();
                }
            }
        }
        return null;
    }
}
