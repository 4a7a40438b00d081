package org.tegata.rules.en16931;

import java.util.Locale;
import java.util.function.Predicate;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.rule.Wording;

/** The code list rules (BR-CL-…): which list each code is of. */
final class CodeRules<T> {

    private static final Name CHARGE_INDICATOR = Name.of("ram:ChargeIndicator");
    private static final Name INDICATOR = Name.of("udt:Indicator");
    private static final Name PRODUCT = Name.of("ram:SpecifiedTradeProduct");
    private static final Name DELIVER_TO = Name.of("ram:ShipToTradeParty");
    private static final Name TAX_REGISTRATION = Name.of("ram:SpecifiedTaxRegistration");

    private final Pattern<T> pattern;
    private final En16931Version version;

    private CodeRules(Pattern<T> pattern, En16931Version version) {
        this.pattern = pattern;
        this.version = version;
    }

    /** Adds the rules of a release, as a pattern of their own. */
    static <T> void addTo(RuleBook<T> book, En16931Version version) {
        var rules = new CodeRules<>(book.pattern(), version);
        rules.document();
        rules.currencies();
        rules.identifiers();
        rules.countries();
        rules.tax();
        rules.allowancesAndCharges();
        rules.items();
        rules.payment();
        rules.attachments();
    }

    private CodeList list(String file, String title) {
        return new CodeList(file, title, version);
    }

    private void document() {
        text(
                pattern.on("rsm:ExchangedDocument/ram:TypeCode").error("BR-CL-01"),
                list("untdid-1001", "UNTDID 1001"),
                "invoice type code (BT-3)",
                "文書種別コード（BT-3）");
        text(
                pattern.on("ram:ReferenceTypeCode").error("BR-CL-07"),
                list("untdid-1153", "UNTDID 1153"),
                "scheme of an object identifier (BT-18-1, BT-128-1)",
                "請求対象の識別子のスキーム（BT-18-1、BT-128-1）");
        text(
                pattern.on("ram:SubjectCode").error("BR-CL-08"),
                list("untdid-4451", "UNTDID 4451"),
                "subject code of a note (BT-21)",
                "備考の件名コード（BT-21）");
    }

    private void currencies() {
        var currencies = list("iso-4217", "ISO 4217");
        attribute(
                pattern.on("ram:TaxTotalAmount").error("BR-CL-03"),
                "currencyID",
                currencies,
                "currency of a VAT total (BT-110, BT-111)",
                "税額合計の通貨（BT-110、BT-111）");
        text(
                pattern.on("ram:InvoiceCurrencyCode").error("BR-CL-04"),
                currencies,
                "invoice currency (BT-5)",
                "請求書の通貨（BT-5）");
        text(
                pattern.on("ram:TaxCurrencyCode").error("BR-CL-05"),
                currencies,
                "VAT accounting currency (BT-6)",
                "VAT会計通貨（BT-6）");
    }

    private void identifiers() {
        var schemes = list("iso-6523", "ISO/IEC 6523 ICD");
        // These two come before the general one (which excludes them): then it is not asked of every item.
        attribute(
                pattern.on("ram:SpecifiedTradeProduct/ram:GlobalID").error("BR-CL-21"),
                "schemeID",
                schemes,
                "scheme of a standard item identifier (BT-157-1)",
                "品目の標準識別子のスキーム（BT-157-1）");
        attribute(
                pattern.on("ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID")
                        .error("BR-CL-26"),
                "schemeID",
                schemes,
                "scheme of the identifier of the deliver-to location (BT-71-1)",
                "納品先の識別子のスキーム（BT-71-1）");
        attribute(
                pattern.on("ram:GlobalID")
                        .when(id -> !id.within(PRODUCT) && !id.within(DELIVER_TO))
                        .error("BR-CL-10"),
                "schemeID",
                schemes,
                "scheme of the identifier of a party (BT-29-1, BT-46-1, BT-60-1)",
                "当事者の識別子のスキーム（BT-29-1、BT-46-1、BT-60-1）");
        attribute(
                pattern.on("ram:ID")
                        .when(id -> id.attribute("schemeID") != null && !id.within(TAX_REGISTRATION))
                        .error("BR-CL-11"),
                "schemeID",
                schemes,
                "scheme of a registration identifier (BT-30-1, BT-47-1, BT-61-1)",
                "登記番号のスキーム（BT-30-1、BT-47-1、BT-61-1）");
        attribute(
                pattern.on("ram:URIUniversalCommunication/ram:URIID").error("BR-CL-25"),
                "schemeID",
                list("eas", "EAS (Electronic Address Scheme)"),
                "scheme of an electronic address (BT-34-1, BT-49-1)",
                "電子アドレスのスキーム（BT-34-1、BT-49-1）");
    }

    private void countries() {
        var countries = list("iso-3166", "ISO 3166-1");
        text(
                pattern.on("ram:CountryID").error("BR-CL-14"),
                countries,
                "country of an address (BT-40, BT-55, BT-69, BT-80)",
                "住所の国コード（BT-40、BT-55、BT-69、BT-80）");
        text(
                pattern.on("ram:OriginTradeCountry/ram:ID").error("BR-CL-15"),
                countries,
                "country of origin of an item (BT-159)",
                "品目の原産国（BT-159）");
    }

    private void tax() {
        var categories = list("untdid-5305", "UNTDID 5305");
        text(
                pattern.on("ram:DueDateTypeCode").error("BR-CL-06"),
                list("untdid-2475", "UNTDID 2475"),
                "VAT point date code (BT-8)",
                "課税時期コード（BT-8）");
        text(
                pattern.on("ram:CategoryTradeTax/ram:CategoryCode").error("BR-CL-17"),
                categories,
                "VAT category of an allowance or charge (BT-95, BT-102)",
                "値引・追加請求の税区分コード（BT-95、BT-102）");
        text(
                pattern.on("ram:ApplicableTradeTax/ram:CategoryCode").error("BR-CL-18"),
                categories,
                "VAT category (BT-118, BT-151)",
                "税区分（BT-118、BT-151）");
        var reasons = list("vatex", "VATEX");
        var exemption = pattern.on("ram:ExemptionReasonCode").error("BR-CL-22");
        // Upper or lower case is the same to this list only.
        exemption.holds(code -> reasons.has(code.text().toUpperCase(Locale.ROOT)));
        written(exemption, reasons, "VAT exemption reason code (BT-121)", "VATを課さない理由のコード（BT-121）");
        exemption.hint("Look the code up in VATEX.", "VATEXからコードを選んでください。");
    }

    private void allowancesAndCharges() {
        text(
                reasonOf("false", "0").error("BR-CL-19"),
                list("untdid-5189", "UNTDID 5189"),
                "reason code of an allowance (BT-98, BT-140)",
                "値引の理由コード（BT-98、BT-140）");
        text(
                reasonOf("true", "1").error("BR-CL-20"),
                list("untdid-7161", "UNTDID 7161"),
                "reason code of a charge (BT-105, BT-145)",
                "追加請求の理由コード（BT-105、BT-145）");
    }

    /** The reason codes of allowances or of charges: what the indicator says, in either way of writing a boolean. */
    private Context<T> reasonOf(String indicator, String orAsNumber) {
        Predicate<Element> says = value -> {
            var written = StructureText.normalized(value.text());
            return written.equals(indicator) || written.equals(orAsNumber);
        };
        return pattern.on("ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode").when(code -> {
            var owner = code.parent();
            return owner != null
                    && StructureConditions.any(
                            owner, CHARGE_INDICATOR, found -> StructureConditions.any(found, INDICATOR, says));
        });
    }

    private void items() {
        attribute(
                pattern.on("ram:ClassCode").error("BR-CL-13"),
                "listID",
                list("untdid-7143", "UNTDID 7143"),
                "scheme of an item classification (BT-158-1)",
                "品目分類のスキーム（BT-158-1）");
        attribute(
                pattern.on("ram:BasisQuantity | ram:BilledQuantity").error("BR-CL-23"),
                "unitCode",
                list("units", "UN/ECE Rec 20, Rec 21"),
                "unit of a quantity (BT-130, BT-150)",
                "数量の単位（BT-130、BT-150）");
    }

    private void payment() {
        text(
                pattern.on("ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode")
                        .error("BR-CL-16"),
                list("untdid-4461", "UNTDID 4461"),
                "payment means type code (BT-81)",
                "支払手段コード（BT-81）");
    }

    private void attachments() {
        var types = list("mime", "PDF, PNG, JPEG, CSV, XLSX, ODS");
        var rule = pattern.on("ram:AttachmentBinaryObject").error("BR-CL-24");
        rule.holds(object -> object.attribute("mimeCode") == null || types.hasExactly(object.attribute("mimeCode")))
                .actual(object -> object.attribute("mimeCode"))
                .expected(types.title())
                .says(
                        "The media type of an attachment (BT-125-1) must be that of " + types.title() + ".",
                        "添付データのメディアタイプ（BT-125-1）は" + types.title() + "のものでなければなりません。")
                .hint("Attach the document in one of these formats.", "これらのいずれかのファイル形式で添付してください。");
    }

    /** A code that is the text of an element. */
    private static <T> void text(Rule<T> rule, CodeList list, String en, String ja) {
        written(rule.holds(code -> list.has(code.text())), list, en, ja);
    }

    /** A code that is the value of an attribute; where there is none, nothing is asked. */
    private static <T> void attribute(Rule<T> rule, String name, CodeList list, String en, String ja) {
        rule.holds(element -> {
            var code = element.attribute(name);
            return code == null || list.has(code);
        });
        written(rule.actual(element -> element.attribute(name)), list, en, ja);
    }

    private static <T> void written(Rule<T> rule, CodeList list, String en, String ja) {
        String title = list.title();
        rule.expected(title)
                .says(() -> new Wording(
                        "The " + en + " must be a code of " + title + " that EN 16931 admits.",
                        ja + "は、EN 16931が認める" + title + "のコードでなければなりません。"))
                .hint(() -> new Wording(
                        "Look the code up in " + title + "; capitals and small letters differ.",
                        title + "からコードを選んでください。大文字と小文字は区別されます。"));
    }
}
