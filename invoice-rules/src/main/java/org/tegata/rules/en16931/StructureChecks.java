package org.tegata.rules.en16931;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Rule;

/** The structure rules that are more than "not there" or "so often": condition and words of each, by its id. */
final class StructureChecks<T> {

    private static final Name GLOBAL_ID = Name.of("ram:GlobalID");
    private static final Name ORIGIN = Name.of("ram:OriginTradeCountry");
    private static final Path ORIGIN_ID = Path.of("ram:OriginTradeCountry/ram:ID");
    private static final Name TYPE_CODE = Name.of("ram:TypeCode");
    private static final Name NAME = Name.of("ram:Name");
    private static final Name ATTACHMENT = Name.of("ram:AttachmentBinaryObject");
    private static final Name ISSUE_DATE = Name.of("ram:FormattedIssueDateTime");
    private static final Name PRECEDING_INVOICE = Name.of("ram:InvoiceReferencedDocument");
    private static final Name PAYMENT_MEANS = Name.of("ram:SpecifiedTradeSettlementPaymentMeans");
    private static final String HEADER = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/";
    private static final Path MEANS_TYPES = Path.of(HEADER + PAYMENT_MEANS + "/ram:TypeCode");
    private static final Path MEANS_TEXTS = Path.of(HEADER + PAYMENT_MEANS + "/ram:Information");
    private static final Name HEADER_SETTLEMENT = Name.of("ram:ApplicableHeaderTradeSettlement");
    private static final Name APPLICABLE_TAX = Name.of("ram:ApplicableTradeTax");

    private final Function<T, StructureNotes> notes;

    /** @param notes where the tally keeps what is noted of lines */
    StructureChecks(Function<T, StructureNotes> notes) {
        this.notes = notes;
    }

    /** Gives the rule its condition and its words. */
    void write(Rule<T> rule) {
        switch (rule.id()) {
            case "CII-SR-046" -> schemeOfItem(rule);
            case "CII-SR-090" -> countryOfOrigin(rule);
            case "CII-SR-119" -> priceDiscount(rule);
            case "CII-SR-457" -> tenders(rule);
            case "CII-SR-458" -> invoicedObjects(rule);
            case "CII-SR-462" -> vatPointCodes(rule);
            case "CII-SR-467" -> paymentMeansTypes(rule);
            case "CII-SR-468" -> paymentMeansTexts(rule);
            case "CII-SR-470" -> creditedAccounts(rule);
            case "CII-SR-474" -> objectsOfALine(rule);
            case "CII-SR-475" -> descriptions(rule);
            case "CII-SR-476" -> attachments(rule);
            case "CII-DT-015" -> location(rule);
            case "CII-DT-018" -> documentTypes(rule);
            case "CII-DT-021" -> description(rule);
            case "CII-DT-022" -> attachment(rule);
            case "CII-DT-024" -> objectScheme(rule);
            case "CII-DT-027" -> documentDates(rule);
            case "CII-DT-033" -> units(rule);
            case "CII-DT-037" -> taxTypes(rule);
            case "CII-DT-041" -> basisAmount(rule);
            case "CII-DT-052" -> exemptionCode(rule);
            case "CII-DT-054" -> vatPointDate(rule);
            case "CII-DT-058" -> vatPointCode(rule);
            case "CII-DT-097" -> dates(rule);
            case "CII-DT-098" -> exemptionReason(rule);
            default -> throw new IllegalStateException("no check is written for " + rule.id());
        }
    }

    /** At most one, by a count of its own. */
    private Rule<T> atMostOne(Rule<T> rule, ToIntFunction<Element> count) {
        return rule.holds(element -> count.applyAsInt(element) <= 1)
                .actual(element -> Integer.toString(count.applyAsInt(element)))
                .expected("0..1");
    }

    private void schemeOfItem(Rule<T> rule) {
        rule.holds(item -> !item.has(GLOBAL_ID)
                        || StructureConditions.any(item, GLOBAL_ID, id -> id.attribute("schemeID") != null))
                .says(
                        "The standard identifier of an item (BT-157) needs its scheme (@schemeID).",
                        "品目の標準識別子（BT-157）には、スキーム（@schemeID）が必要です。")
                .hint("Add schemeID, such as 0160 for a GTIN.", "schemeIDを追加してください（GTINなら0160）。");
    }

    private void countryOfOrigin(Rule<T> rule) {
        rule.holds(item -> !item.has(ORIGIN) || ORIGIN_ID.countIn(item) == 1)
                .actual(item -> Integer.toString(ORIGIN_ID.countIn(item)))
                .expected("1")
                .says(
                        "An item has one country of origin (BT-159), and it is given by a code"
                                + " (ram:OriginTradeCountry/ram:ID).",
                        "品目の原産国（BT-159）は国コード（ram:OriginTradeCountry/ram:ID）1つで示します。")
                .hint("Give exactly one country code.", "国コードを1つだけ記載してください。");
    }

    private void priceDiscount(Rule<T> rule) {
        rule.holds(StructureConditions::wholeDiscount)
                .says(
                        "A discount on the item price (BT-147) is an amount and a charge indicator of false;"
                                + " one without the other, or a surcharge, has no place in the core invoice.",
                        "単価の値引（BT-147）は、金額と値がfalseのChargeIndicatorの組で示します。" + "片方だけの場合や追加請求の場合はコア請求書の項目になりません。")
                .hint(
                        "Give both, or neither and write the price after the discount as BT-146.",
                        "両方を記載するか、どちらも書かずに単価（値引後）（BT-146）を記載してください。");
    }

    private void tenders(Rule<T> rule) {
        atMostOne(rule, header -> StructureConditions.additionalOfType(header, "50"))
                .says(
                        "An invoice refers to at most one tender or lot (BT-17), a document of type 50.",
                        "入札・ロットの参照（BT-17、種別50の文書）は1つまでです。")
                .hint("Keep one reference of type 50.", "種別50の参照を1つだけ残してください。");
    }

    private void invoicedObjects(Rule<T> rule) {
        atMostOne(rule, header -> StructureConditions.additionalOfType(header, "130"))
                .says(
                        "An invoice names at most one invoiced object (BT-18), a document of type 130.",
                        "請求対象の識別子（BT-18、種別130の文書）は1つまでです。")
                .hint("Keep one reference of type 130.", "種別130の参照を1つだけ残してください。");
    }

    private void objectsOfALine(Rule<T> rule) {
        atMostOne(rule, line -> StructureConditions.additionalOfTypeIgnoringSpace(line, "130", null))
                .says(
                        "An invoice line names at most one object (BT-128), a document of type 130.",
                        "明細行の請求対象の識別子（BT-128、種別130の文書）は1つまでです。")
                .hint("Keep one reference of type 130.", "種別130の参照を1つだけ残してください。");
    }

    private void descriptions(Rule<T> rule) {
        perDocument(atMostOne(rule, header -> StructureConditions.additionalOfTypeIgnoringSpace(header, "916", NAME))
                .says(
                        "The supporting documents (BG-24, type 916) have at most one description (BT-123).",
                        "添付書類（BG-24、種別916）の説明（BT-123）は1つまでです。"));
    }

    private void attachments(Rule<T> rule) {
        perDocument(
                atMostOne(rule, header -> StructureConditions.additionalOfTypeIgnoringSpace(header, "916", ATTACHMENT))
                        .says(
                                "The supporting documents (BG-24, type 916) have at most one attachment (BT-125).",
                                "添付書類（BG-24、種別916）の添付データ（BT-125）は1つまでです。"));
    }

    private void perDocument(Rule<T> rule) {
        rule.hint(
                "With several supporting documents this can be ignored: the standard allows one for each of them,"
                        + " but the rule counts over all.",
                "添付書類が複数ある場合は無視できます。標準では書類ごとに1つ記載できますが、この規則は全体を通して数えるためです。");
    }

    private void vatPointCodes(Rule<T> rule) {
        rule.holdsByDocument(doc -> !notes.apply(doc.tally()).dueDateTypeCodesDiffer())
                .says(
                        "The VAT point date code (BT-8) is the same wherever an invoice gives it.",
                        "課税時期コード（BT-8）は請求書のどこでも同じでなければなりません。")
                .hint("Use one code throughout.", "1つのコードに統一してください。");
    }

    private void paymentMeansTypes(Rule<T> rule) {
        rule.holds(root -> StructureConditions.allSame(MEANS_TYPES, root))
                .says(
                        "All payment instructions of an invoice have the same payment means type code (BT-81).",
                        "支払手段コード（BT-81）は請求書のすべての支払指図で同じでなければなりません。")
                .hint("Use one payment means type for all.", "支払手段コードを1つに統一してください。");
    }

    private void paymentMeansTexts(Rule<T> rule) {
        rule.holds(root -> StructureConditions.allSame(MEANS_TEXTS, root))
                .says(
                        "All payment instructions of an invoice have the same payment means text (BT-82).",
                        "支払手段の説明（BT-82）は請求書のすべての支払指図で同じでなければなりません。")
                .hint("Use one text for all.", "説明を1つに統一してください。");
    }

    private void creditedAccounts(Rule<T> rule) {
        rule.holds(settlement ->
                        !StructureConditions.any(settlement, PAYMENT_MEANS, StructureConditions::transferToNoAccount))
                .says(
                        "A credit transfer (BT-81 is 30 or 58) names the account to which it goes (BT-84).",
                        "振込（BT-81が30または58）では、振込先口座（BT-84）が必要です。")
                .hint(
                        "Add an IBAN or a national account number to each such payment means.",
                        "該当する支払手段ごとにIBANまたは国内口座番号を追加してください。");
    }

    private void documentTypes(Rule<T> rule) {
        rule.holds(document -> !document.has(TYPE_CODE)
                        || StructureConditions.additional(document)
                                && (StructureConditions.ofType(document, "50")
                                        || StructureConditions.ofType(document, "130")
                                        || StructureConditions.ofType(document, "916")))
                .actual(document -> document.text(TYPE_CODE))
                .expected("50, 130, 916")
                .says(
                        "Only an additional document has a type code: 50 (tender or lot, BT-17), 130 (invoiced"
                                + " object, BT-18, BT-128) or 916 (supporting document, BG-24).",
                        "種別コードを記載できるのは追加文書だけで、50（入札・ロット、BT-17）、" + "130（請求対象、BT-18、BT-128）、916（添付書類、BG-24）のいずれかです。")
                .hint(
                        "Leave it out, or use one of the three in ram:AdditionalReferencedDocument.",
                        "種別コードを削除するか、ram:AdditionalReferencedDocumentでこの3つのいずれかを使ってください。");
    }

    private void documentDates(Rule<T> rule) {
        rule.holds(document -> !document.has(ISSUE_DATE) || document.name() == PRECEDING_INVOICE)
                .says(
                        "Only the reference to a preceding invoice (BG-3) gives a date (BT-26).",
                        "文書の日付（BT-26）を記載できるのは先行請求書の参照（BG-3）だけです。")
                .hint("Leave the date out.", "日付を削除してください。");
    }

    private void location(Rule<T> rule) {
        onlyOfType(
                rule,
                "ram:URIID",
                "916",
                "Only a supporting document (BG-24, type 916) has an external location (BT-124).",
                "外部の所在（BT-124）を記載できるのは添付書類（BG-24、種別916）だけです。");
    }

    private void description(Rule<T> rule) {
        onlyOfType(
                rule,
                "ram:Name",
                "916",
                "Only a supporting document (BG-24, type 916) has a description (BT-123).",
                "文書の説明（BT-123）を記載できるのは添付書類（BG-24、種別916）だけです。");
    }

    private void attachment(Rule<T> rule) {
        onlyOfType(
                rule,
                "ram:AttachmentBinaryObject",
                "916",
                "Only a supporting document (BG-24, type 916) is attached to the invoice (BT-125).",
                "請求書に添付できる文書（BT-125）は添付書類（BG-24、種別916）だけです。");
    }

    private void objectScheme(Rule<T> rule) {
        onlyOfType(
                rule,
                "ram:ReferenceTypeCode",
                "130",
                "Only an invoiced object (BT-18, BT-128, type 130) has a scheme identifier (ram:ReferenceTypeCode).",
                "スキームの識別子（ram:ReferenceTypeCode）を記載できるのは請求対象（BT-18、BT-128、種別130）だけです。");
    }

    private void onlyOfType(Rule<T> rule, String part, String type, String en, String ja) {
        var name = Name.of(part);
        rule.holds(document -> !document.has(name)
                        || StructureConditions.additional(document) && StructureConditions.ofType(document, type))
                .actual(document -> document.text(TYPE_CODE))
                .expected(type)
                .says(en, ja)
                .hint(
                        "Leave " + part + " out, or use ram:AdditionalReferencedDocument with type code " + type + ".",
                        part + "を削除するか、種別コード" + type + "のram:AdditionalReferencedDocumentを使ってください。");
    }

    private void basisAmount(Rule<T> rule) {
        onlyInHeader(
                rule,
                "ram:BasisAmount",
                "The amount on which VAT is charged (BT-116) is part of the VAT breakdown of the invoice only.",
                "課税標準額（BT-116）は請求書の税区分別内訳の項目です。");
    }

    private void vatPointDate(Rule<T> rule) {
        onlyInHeader(
                rule,
                "ram:TaxPointDate",
                "The date on which VAT becomes due (BT-7) is part of the VAT breakdown of the invoice only.",
                "課税時期（BT-7）は請求書の税区分別内訳の項目です。");
    }

    private void vatPointCode(Rule<T> rule) {
        onlyInHeader(
                rule,
                "ram:DueDateTypeCode",
                "The code that says when VAT becomes due (BT-8) is part of the VAT breakdown of the invoice only.",
                "課税時期コード（BT-8）は請求書の税区分別内訳の項目です。");
    }

    private void onlyInHeader(Rule<T> rule, String part, String en, String ja) {
        var name = Name.of(part);
        rule.holds(tax -> !tax.has(name) || tax.within(HEADER_SETTLEMENT))
                .actual(tax -> tax.text(name))
                .says(en + " Receivers may ignore it here.", ja + "ここでは受信者に無視されることがあります。")
                .hint("Leave it out here.", "ここからは削除してください。");
    }

    private void exemptionCode(Rule<T> rule) {
        onlyApplicable(
                rule,
                "ram:ExemptionReasonCode",
                "A VAT exemption reason code (BT-121) is part of the VAT breakdown only.",
                "VATを課さない理由のコード（BT-121）は税区分別内訳の項目です。");
    }

    private void exemptionReason(Rule<T> rule) {
        onlyApplicable(
                rule,
                "ram:ExemptionReason",
                "A VAT exemption reason (BT-120) is part of the VAT breakdown only.",
                "VATを課さない理由（BT-120）は税区分別内訳の項目です。");
    }

    private void onlyApplicable(Rule<T> rule, String part, String en, String ja) {
        var name = Name.of(part);
        rule.holds(tax -> !tax.has(name) || tax.name() == APPLICABLE_TAX)
                .actual(tax -> tax.text(name))
                .says(en + " Receivers may ignore it here.", ja + "ここでは受信者に無視されることがあります。")
                .hint("Give it in ram:ApplicableTradeTax.", "ram:ApplicableTradeTaxに記載してください。");
    }

    private void units(Rule<T> rule) {
        rule.holds(quantity -> quantity.attribute("unitCode") == null || StructureConditions.inLineWithUnit(quantity))
                .holdsByDocument(doc -> notes.apply(doc.tally()).unitOfBilledQuantity())
                .actual(quantity -> quantity.attribute("unitCode"))
                .says(
                        "A quantity has a unit only in an invoice that gives the billed unit, too (BT-130).",
                        "数量に単位を付けられるのは、請求数量の単位（BT-130）も示している請求書だけです。")
                .hint("Add the unit of the billed quantity (BT-130).", "請求数量の単位（BT-130）を追加してください。");
    }

    private void taxTypes(Rule<T> rule) {
        rule.holds(tax -> !tax.has(TYPE_CODE) || StructureConditions.ofType(tax, "VAT"))
                .actual(tax -> tax.text(TYPE_CODE))
                .expected("VAT")
                .says("The tax type of VAT information is VAT.", "税の種別コードはVATです。")
                .hint("Write VAT.", "VATと記載してください。");
    }

    private void dates(Rule<T> rule) {
        rule.holds(date -> StructureConditions.date(date.text()))
                .expected("CCYYMMDD")
                .says("A date in format 102 is year, month and day in eight digits.", "書式102の日付は年月日を8桁の数字で表します。")
                .hint("Write it like 20261121.", "20261121のように記載してください。");
    }
}
