package org.tegata.rules.export;

import java.util.Set;
import java.util.regex.Pattern;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.uncefact.CodeListBook;

/** What kind of paper it is, and the papers that it belongs to: order, contract, credit, declaration of origin. */
final class ReferenceRules {

    private static final Path[] BASES = {
        Path.of("ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID"),
        Path.of("ram:SellerOrderReferencedDocument/ram:IssuerAssignedID"),
        Path.of("ram:ContractReferencedDocument/ram:IssuerAssignedID"),
        Path.of("ram:QuotationReferencedDocument/ram:IssuerAssignedID"),
        Path.of("ram:OrderResponseReferencedDocument/ram:IssuerAssignedID"),
        Path.of("ram:BuyerReference")
    };
    private static final Path PROFORMA = Path.of("ram:ProFormaInvoiceReferencedDocument/ram:IssuerAssignedID");
    private static final Path CREDIT = Path.of("ram:LetterOfCreditReferencedDocument/ram:IssuerAssignedID");
    private static final Name NUMBER = Name.of("ram:IssuerAssignedID");
    private static final Name SETTLEMENT = Name.of("ram:ApplicableHeaderTradeSettlement");

    private static final Path TERMS = Path.of("ram:SpecifiedTradePaymentTerms");
    private static final Path TERMS_IN_WORDS = TERMS.then("ram:Description");
    private static final Path TERMS_TYPE = TERMS.then("ram:TypeCode");
    private static final Path MEANS = Path.of("ram:SpecifiedTradeSettlementPaymentMeans");
    private static final Path MEANS_IN_WORDS = MEANS.then("ram:Information");

    /** UNTDID 4279: "available by" payment, acceptance or negotiation; irrevocable letter of credit, and at sight. */
    private static final Set<String> BY_CREDIT = Set.of("23", "24", "25", "26", "27", "28", "29", "60", "65");

    /** How payment terms in words say that a documentary credit pays; in the languages that we meet. */
    private static final Pattern CREDIT_IN_WORDS = Pattern.compile(
            "(?iu)documentary credit|letters? of credit|\\bL/C\\b|(?-i:\\bLC\\b)|信用状|akkreditiv|cr[ée]dit documentaire"
                    + "|cr[ée]dito documentari[oa]|carta de cr[ée]dito|lettera di credito");

    private static final Path NOTES = Path.of("ram:IncludedNote/ram:Content");
    private static final Path SIGNATORY = Path.of("ram:SignatoryDocumentAuthentication/ram:Signatory");
    private static final Pattern PREFERENTIAL = Pattern.compile("(?iu)preferential origin|特恵原産");

    /** A registered (REX) or authorised exporter's number, or a company's: at least five digits, however grouped. */
    private static final Pattern AUTHORISATION = Pattern.compile("[0-9](?:[A-Z/. -]{0,3}[0-9]){4}");

    private final RuleBook<ExportNotes> book;

    private ReferenceRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new ReferenceRules(book);
        rules.typeOfPaper();
        rules.order();
        rules.payment();
        rules.credit();
        rules.origin();
    }

    /** UNTDID 1001. */
    private void typeOfPaper() {
        book.pattern()
                .on(Where.DOCUMENT + "/ram:TypeCode")
                .warning("TGT-INV-13")
                .says(
                        "The type code (BT-3) is no code of an invoice or a credit note (UNTDID 1001).",
                        "文書種別コード（BT-3）が、請求書またはクレジットノートのコード（UNTDID 1001）ではありません。")
                .hint(
                        "380: commercial invoice, 325: pro-forma invoice, 381: credit note, 384: corrected invoice.",
                        "380 は商業送り状、325 はプロフォーマ、381 はクレジットノート、384 は訂正請求書です。")
                .holds(code -> Read.text(code) == null || CodeListBook.isInvoice(code.text()));
    }

    /** Buyer, bank and broker find by it what was agreed. A pro-forma invoice comes before there is an order. */
    private void order() {
        book.pattern()
                .on(Where.AGREEMENT)
                .warning("TGT-EXP-39")
                .says(
                        "The number of the order, contract or pro-forma invoice that it is based on is missing.",
                        "請求のもとになる注文書、契約書またはプロフォーマ・インボイスの番号が記載されていません。")
                .hint(
                        "Add BuyerOrderReferencedDocument (BT-13) or ContractReferencedDocument (BT-12).",
                        "BuyerOrderReferencedDocument（BT-13）または ContractReferencedDocument（BT-12）を追加してください。")
                .holdsAtEnd((agreement, doc) -> Paper.withoutGoods(doc)
                        || Paper.PROFORMA.equals(Paper.type(doc))
                        || doc.tally().orders()
                        || anyBase(agreement)
                        || agreement.parent() != null
                                && Read.any(agreement.parent().child(SETTLEMENT), PROFORMA));
    }

    private static boolean anyBase(Element agreement) {
        for (Path base : BASES) {
            if (Read.any(agreement, base)) {
                return true;
            }
        }
        return false;
    }

    /** Customs ask for discounts of early payment, banks and exchange control for the way of payment. */
    private void payment() {
        book.pattern()
                .on(Where.SETTLEMENT)
                .warning("TGT-EXP-40")
                .says(
                        "Both the payment terms (BT-20, BT-9) and the means of payment (BT-81) are missing.",
                        "支払条件（BT-20、BT-9）も支払手段（BT-81）も記載されていません。")
                .hint(
                        "Add SpecifiedTradePaymentTerms with Description, such as \"T/T 30 days after B/L date\".",
                        "SpecifiedTradePaymentTerms に Description（例：「船荷証券日付後30日 T/T」）を追加してください。")
                .holdsAtEnd((settlement, doc) -> Paper.withoutGoods(doc)
                        || TERMS.anyIn(settlement, terms -> terms.firstChild() != null)
                        || MEANS.anyIn(settlement, means -> means.firstChild() != null));
    }

    /** UCP 600 art. 18 and ISBP 821 (invoices). Credits nearly always ask for their number on the invoice. */
    private void credit() {
        book.pattern()
                .on(Where.SETTLEMENT)
                .when(ReferenceRules::paidByCredit)
                .warning("TGT-EXP-41")
                .says(
                        "The invoice is paid by documentary credit, but the number of the credit is missing.",
                        "信用状で決済する請求書ですが、信用状番号が記載されていません。")
                .hint(
                        "Add LetterOfCreditReferencedDocument with the number of the credit.",
                        "LetterOfCreditReferencedDocument に信用状番号を記載してください。")
                .holds(settlement -> Read.any(settlement, CREDIT));
        book.pattern()
                .on(Where.SETTLEMENT + "/ram:LetterOfCreditReferencedDocument")
                .warning("TGT-EXP-42")
                .says(
                        "The invoice is presented under a credit, but it is a pro-forma invoice.",
                        "信用状に基づいて呈示する請求書ですが、プロフォーマ・インボイスになっています。")
                .hint(
                        "Issue a commercial invoice (type code 380): banks refuse one that is called pro-forma.",
                        "商業送り状（種別コード 380）を発行してください。プロフォーマは銀行で拒絶されます。")
                .actual(credit -> Read.shown(Read.text(credit, NUMBER)))
                .holdsAtEnd((credit, doc) -> !Paper.PROFORMA.equals(Paper.type(doc)));
    }

    private static boolean paidByCredit(Element settlement) {
        return TERMS_TYPE.anyIn(
                        settlement, type -> BY_CREDIT.contains(type.text().strip()))
                || TERMS_IN_WORDS.anyIn(settlement, ReferenceRules::saysCredit)
                || MEANS_IN_WORDS.anyIn(settlement, ReferenceRules::saysCredit);
    }

    private static boolean saysCredit(Element text) {
        return CREDIT_IN_WORDS.matcher(text.text()).find();
    }

    /**
     * The statements of origin of free trade agreements (EU with Japan, RCEP and others) stand on the invoice with the
     * exporter's number, or with the name of who signs: without either the importer gets no preference.
     */
    private void origin() {
        book.pattern()
                .on(Where.DOCUMENT)
                .when(document -> NOTES.anyIn(document, ReferenceRules::claimsPreference))
                .warning("TGT-EXP-43")
                .says(
                        "A statement of preferential origin has neither the exporter's number nor a signatory's name.",
                        "特恵原産地の申告文に、輸出者の番号も署名者の氏名も記載されていません。")
                .hint(
                        "Write the registered or authorised exporter's number into the statement.",
                        "申告文に登録輸出者または認定輸出者の番号を記載してください。")
                .holds(document -> Read.any(document, SIGNATORY)
                        || NOTES.anyIn(
                                document,
                                note -> claimsPreference(note)
                                        && AUTHORISATION.matcher(note.text()).find()));
    }

    private static boolean claimsPreference(Element note) {
        return PREFERENTIAL.matcher(note.text()).find();
    }
}
