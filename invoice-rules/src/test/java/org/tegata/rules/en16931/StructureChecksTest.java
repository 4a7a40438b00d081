package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.rules.engine.Engine;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/** Each structure rule with a condition of its own: what it finds, and what comes close and is right. */
class StructureChecksTest {

    private static final Engine ENGINE = new Engine(Release.D16B, List.of(book()));

    @Test
    void shouldFindNothingInTheSample() throws IOException {
        assertThat(found(StructureSample.with("agreement", ""))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource({"items", "references", "payment", "documents", "tax", "values"})
    void shouldFire(String id, String part, String faulty, String right) throws IOException {
        assertThat(found(StructureSample.with(part, faulty))).contains(id);
        assertThat(found(StructureSample.with(part, right))).doesNotContain(id);
    }

    static Stream<Arguments> items() {
        String country = "<ram:OriginTradeCountry>%s</ram:OriginTradeCountry>";
        String discount = "<ram:GrossPriceProductTradePrice><ram:ChargeAmount>2</ram:ChargeAmount>"
                + "<ram:AppliedTradeAllowanceCharge>%s</ram:AppliedTradeAllowanceCharge>"
                + "</ram:GrossPriceProductTradePrice>";
        String indicator = "<ram:ChargeIndicator><udt:Indicator>%s</udt:Indicator></ram:ChargeIndicator>";
        String amount = "<ram:ActualAmount>1</ram:ActualAmount>";
        String whole = discount.formatted(indicator.formatted("false") + amount);
        return Stream.of(
                arguments(
                        "CII-SR-046",
                        "product",
                        "<ram:GlobalID>1</ram:GlobalID>",
                        "<ram:GlobalID schemeID='0160'>1</ram:GlobalID>"),
                arguments("CII-SR-090", "product", country.formatted(""), country.formatted("<ram:ID>JP</ram:ID>")),
                arguments("CII-SR-119", "gross price", discount.formatted(amount), whole),
                arguments("CII-SR-119", "gross price", discount.formatted(indicator.formatted("false")), whole),
                arguments(
                        "CII-SR-119",
                        "gross price",
                        discount.formatted(indicator.formatted("true") + amount),
                        discount.formatted(indicator.formatted(" 0 ") + amount)),
                arguments(
                        "CII-SR-119",
                        "gross price",
                        discount.formatted(indicator.formatted("1") + amount),
                        discount.formatted("")));
    }

    static Stream<Arguments> references() {
        return Stream.of(
                arguments("CII-SR-457", "agreement", document("50").repeat(2), document("50") + document("130")),
                arguments("CII-SR-458", "agreement", document("130").repeat(2), document("130") + document(" 130 ")),
                arguments(
                        "CII-SR-474",
                        "line settlement",
                        StructureSample.LINE_TAX + document("130") + document(" 130 "),
                        StructureSample.LINE_TAX + document("130") + document("50")),
                arguments(
                        "CII-SR-475",
                        "agreement",
                        document("916", "<ram:Name>a</ram:Name>").repeat(2),
                        document("916", "<ram:Name>a</ram:Name>") + document("916")),
                arguments(
                        "CII-SR-476",
                        "agreement",
                        document("916", attachment()) + document(" 916 ", attachment()),
                        document("916", attachment()) + document("50", attachment())));
    }

    static Stream<Arguments> payment() {
        String account = "<ram:PayeePartyCreditorFinancialAccount><ram:%1$s>1</ram:%1$s>"
                + "</ram:PayeePartyCreditorFinancialAccount>";
        String tax = "<ram:ApplicableTradeTax><ram:DueDateTypeCode>%s</ram:DueDateTypeCode></ram:ApplicableTradeTax>";
        return Stream.of(
                arguments(
                        "CII-SR-462",
                        "settlement",
                        tax.formatted("5") + tax.formatted("29"),
                        tax.formatted("5").repeat(2)),
                arguments("CII-SR-467", "settlement", means("1") + means("2"), means("1") + means(" 1 ")),
                arguments(
                        "CII-SR-468",
                        "settlement",
                        means("1", "<ram:Information>a b</ram:Information>")
                                + means("1", "<ram:Information>a c</ram:Information>"),
                        means("1", "<ram:Information>a b</ram:Information>")
                                + means("1", "<ram:Information> a  b</ram:Information>")
                                + means("1")),
                arguments(
                        "CII-SR-469",
                        "settlement",
                        "<ram:PaymentReference>1</ram:PaymentReference>".repeat(2),
                        "<ram:PaymentReference>1</ram:PaymentReference>"),
                arguments("CII-SR-470", "settlement", means("58"), means("58", account.formatted("IBANID"))),
                arguments("CII-SR-470", "settlement", means(" 30 "), means("30", account.formatted("ProprietaryID"))),
                arguments(
                        "CII-SR-470",
                        "settlement",
                        means("30", account.formatted("IBANID")) + means("30"),
                        means("30", account.formatted("IBANID")) + means("10")));
    }

    static Stream<Arguments> documents() {
        String contract = "<ram:ContractReferencedDocument>%s</ram:ContractReferencedDocument>";
        String date = "<ram:FormattedIssueDateTime><qdt:DateTimeString format='102'>20261121</qdt:DateTimeString>"
                + "</ram:FormattedIssueDateTime>";
        String invoice = "<ram:InvoiceReferencedDocument>%s</ram:InvoiceReferencedDocument>";
        String proForma = "<ram:ProFormaInvoiceReferencedDocument>%s</ram:ProFormaInvoiceReferencedDocument>";
        return Stream.of(
                arguments("CII-DT-015", "agreement", located("50"), located("916")),
                arguments("CII-DT-015", "agreement", located(" 916 "), located("916")),
                arguments(
                        "CII-DT-018",
                        "agreement",
                        contract.formatted("<ram:TypeCode>50</ram:TypeCode>"),
                        contract.formatted("") + document("50")),
                arguments("CII-DT-018", "agreement", document("51"), document("130")),
                arguments(
                        "CII-DT-021",
                        "agreement",
                        document("130", "<ram:Name>a</ram:Name>"),
                        document("916", "<ram:Name>a</ram:Name>")),
                arguments("CII-DT-022", "agreement", document("50", attachment()), document("916", attachment())),
                arguments(
                        "CII-DT-024",
                        "agreement",
                        document("916", "<ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode>"),
                        document("130", "<ram:ReferenceTypeCode>AAA</ram:ReferenceTypeCode>")),
                arguments("CII-DT-027", "settlement", proForma.formatted(date), invoice.formatted(date)));
    }

    static Stream<Arguments> tax() {
        String tax = "<ram:ApplicableTradeTax>%s</ram:ApplicableTradeTax>";
        String allowance = "<ram:SpecifiedTradeAllowanceCharge><ram:CategoryTradeTax>%s</ram:CategoryTradeTax>"
                + "</ram:SpecifiedTradeAllowanceCharge>";
        String point = "<ram:TaxPointDate><udt:DateString format='102'>20261121</udt:DateString></ram:TaxPointDate>";
        return Stream.of(
                arguments(
                        "CII-DT-037",
                        "settlement",
                        tax.formatted("<ram:TypeCode>GST</ram:TypeCode>"),
                        tax.formatted("<ram:TypeCode>VAT</ram:TypeCode>") + tax.formatted("")),
                arguments(
                        "CII-DT-041",
                        "line settlement",
                        tax.formatted("<ram:BasisAmount>1</ram:BasisAmount>"),
                        tax.formatted("<ram:CategoryCode>S</ram:CategoryCode>")),
                arguments("CII-DT-054", "line settlement", tax.formatted(point), tax.formatted("")),
                arguments(
                        "CII-DT-058",
                        "line settlement",
                        tax.formatted("<ram:DueDateTypeCode>5</ram:DueDateTypeCode>"),
                        tax.formatted("")),
                arguments(
                        "CII-DT-052",
                        "settlement",
                        allowance.formatted("<ram:ExemptionReasonCode>X</ram:ExemptionReasonCode>"),
                        tax.formatted("<ram:ExemptionReasonCode>X</ram:ExemptionReasonCode>")),
                arguments(
                        "CII-DT-098",
                        "settlement",
                        allowance.formatted("<ram:ExemptionReason>x</ram:ExemptionReason>"),
                        tax.formatted("<ram:ExemptionReason>x</ram:ExemptionReason>")));
    }

    @Test
    void shouldAllowTheBasisOfVatInTheBreakdownOfTheInvoice() throws IOException {
        var breakdown = "<ram:ApplicableTradeTax><ram:BasisAmount>1</ram:BasisAmount>"
                + "<ram:TaxPointDate><udt:DateString format='102'>20261121</udt:DateString></ram:TaxPointDate>"
                + "<ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax>";

        assertThat(found(StructureSample.with("settlement", breakdown))).isEmpty();
    }

    static Stream<Arguments> values() {
        String billed = "<ram:BilledQuantity%s>1</ram:BilledQuantity>";
        String basis = "<ram:BasisQuantity%s>1</ram:BasisQuantity>";
        return Stream.of(
                arguments("CII-DT-033", "net price", basis.formatted(" unitCode='C62'"), basis.formatted("")),
                arguments(
                        "CII-DT-033",
                        "quantity",
                        billed.formatted("") + "<ram:PackageQuantity unitCode='C62'>1</ram:PackageQuantity>",
                        billed.formatted(" unitCode='C62'")
                                + "<ram:PackageQuantity unitCode='C62'>1</ram:PackageQuantity>"),
                arguments("CII-DT-097", "date", "20261321", "20261231"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260231", " \n20261121\t", "٢٠٢٦1121", "00000101"})
    void shouldTakeForADateWhatTheStandardTakes(String date) throws IOException {
        assertThat(found(StructureSample.with("date", date))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026112",
                "202611211",
                "2026-11-21",
                "20260021",
                "20261100",
                "20261132",
                "20261l21",
                "2026 1121",
                "20261121T",
                "\u00a020261121",
                "2026١١٢١"
            })
    void shouldTakeNothingElseForADate(String date) throws IOException {
        assertThat(found(StructureSample.with("date", date))).containsExactly("CII-DT-097");
    }

    private static String document(String type) {
        return document(type, "");
    }

    private static String document(String type, String parts) {
        return "<ram:AdditionalReferencedDocument><ram:TypeCode>" + type + "</ram:TypeCode>" + parts
                + "</ram:AdditionalReferencedDocument>";
    }

    private static String located(String type) {
        return "<ram:AdditionalReferencedDocument><ram:URIID>urn:a</ram:URIID><ram:TypeCode>" + type
                + "</ram:TypeCode></ram:AdditionalReferencedDocument>";
    }

    private static String attachment() {
        return "<ram:AttachmentBinaryObject mimeCode='text/csv' filename='a'>YQ==</ram:AttachmentBinaryObject>";
    }

    private static String means(String type) {
        return means(type, "");
    }

    private static String means(String type, String parts) {
        return "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>" + type + "</ram:TypeCode>" + parts
                + "</ram:SpecifiedTradeSettlementPaymentMeans>";
    }

    private static Set<String> found(StructureSample invoice) throws IOException {
        var result = ENGINE.judge(new ByteArrayInputStream(invoice.xml()), 1000);
        assertThat(result.fits()).as("fits the schema: %s", result.findings()).isTrue();
        return result.counts().keySet();
    }

    private static RuleBook<StructureNotes> book() {
        var version = En16931Version.newest();
        RuleBook<StructureNotes> book = new RuleBook<>("structure", version.number(), StructureNotes::new);
        StructureRules.addTo(book, version, notes -> notes);
        return book;
    }
}
