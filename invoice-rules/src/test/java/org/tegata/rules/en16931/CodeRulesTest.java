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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Severity;
import org.tegata.rules.engine.Engine;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/** The code list rules: all of them in every release, worded, and each asks its list where it should. */
class CodeRulesTest {

    private static final Engine ENGINE = new Engine(Release.D16B, List.of(book(En16931Version.newest())));

    @ParameterizedTest
    @EnumSource
    void shouldHaveEveryCodeListRuleOnce(En16931Version version) {
        assertThat(rules(version).stream().map(Rule::id))
                .containsExactlyInAnyOrder(
                        "BR-CL-01",
                        "BR-CL-03",
                        "BR-CL-04",
                        "BR-CL-05",
                        "BR-CL-06",
                        "BR-CL-07",
                        "BR-CL-08",
                        "BR-CL-10",
                        "BR-CL-11",
                        "BR-CL-13",
                        "BR-CL-14",
                        "BR-CL-15",
                        "BR-CL-16",
                        "BR-CL-17",
                        "BR-CL-18",
                        "BR-CL-19",
                        "BR-CL-20",
                        "BR-CL-21",
                        "BR-CL-22",
                        "BR-CL-23",
                        "BR-CL-24",
                        "BR-CL-25",
                        "BR-CL-26");
        assertThat(rules(version)).allMatch(rule -> rule.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayEveryRuleInBothLanguages(En16931Version version) {
        assertThat(rules(version)).allSatisfy(rule -> {
            assertThat(rule.message().en()).as(rule.id()).contains("BT-").endsWith(".");
            assertThat(rule.message().ja()).as(rule.id()).contains("BT-").endsWith("。");
            assertThat(rule.hint()).as(rule.id()).isNotNull();
        });
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource({"ofTheInvoice", "ofParties", "ofTax", "ofItems"})
    void shouldTellACodeThatIsNotOfTheList(String id, String part, String faulty, String right) throws IOException {
        assertThat(found(StructureSample.with(part, faulty))).containsExactly(id);
        assertThat(found(StructureSample.with(part, right))).isEmpty();
    }

    static Stream<Arguments> ofTheInvoice() {
        String document = "<ram:AdditionalReferencedDocument>%s</ram:AdditionalReferencedDocument>";
        String attachment =
                document.formatted("<ram:AttachmentBinaryObject mimeCode='%s'>YQ==</ram:AttachmentBinaryObject>");
        String total = "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
                + "<ram:TaxTotalAmount%s>1</ram:TaxTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>";
        return Stream.of(
                texts("BR-CL-04", "settlement", "<ram:InvoiceCurrencyCode>%s</ram:InvoiceCurrencyCode>", "BGN", "EUR"),
                texts("BR-CL-05", "settlement", "<ram:TaxCurrencyCode>%s</ram:TaxCurrencyCode>", "", " JPY "),
                texts("BR-CL-03", "settlement", total, " currencyID='YEN'", " currencyID='JPY'"),
                texts("BR-CL-03", "settlement", total, " currencyID=''", ""),
                texts("BR-CL-24", "agreement", attachment, " text/csv", "text/csv"),
                texts("BR-CL-16", "settlement", means(), "99", "ZZZ"),
                texts(
                        "BR-CL-07",
                        "agreement",
                        document.formatted("<ram:ReferenceTypeCode>%s</ram:ReferenceTypeCode>"),
                        "aaa",
                        "AXU"));
    }

    static Stream<Arguments> ofParties() {
        String seller = "<ram:SellerTradeParty>%s</ram:SellerTradeParty>";
        String deliverTo = "<ram:ShipToTradeParty>%s</ram:ShipToTradeParty>";
        String globalId = "<ram:GlobalID schemeID='%s'>1</ram:GlobalID>";
        String id = "<ram:ID schemeID='%s'>1</ram:ID>";
        String address = "<ram:URIUniversalCommunication><ram:URIID schemeID='%s'>a</ram:URIID>"
                + "</ram:URIUniversalCommunication>";
        return Stream.of(
                texts("BR-CL-10", "agreement", seller.formatted(globalId), "9930", "0088"),
                texts("BR-CL-11", "agreement", seller.formatted(id), "VA", "0088"),
                texts("BR-CL-26", "delivery", deliverTo.formatted(globalId), "9930", "0088"),
                texts("BR-CL-11", "delivery", deliverTo.formatted(id), "VA", "0088"),
                texts("BR-CL-25", "agreement", seller.formatted(address), "9901", "EM"),
                texts(
                        "BR-CL-14",
                        "agreement",
                        seller.formatted("<ram:PostalTradeAddress><ram:CountryID>%s</ram:CountryID>"
                                + "</ram:PostalTradeAddress>"),
                        "jp",
                        "1A"));
    }

    static Stream<Arguments> ofTax() {
        String tax = "<ram:ApplicableTradeTax>%s</ram:ApplicableTradeTax>";
        String charge = "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>%s</udt:Indicator>"
                + "</ram:ChargeIndicator><ram:ReasonCode>%%s</ram:ReasonCode></ram:SpecifiedTradeAllowanceCharge>";
        String allowanceTax = "<ram:SpecifiedTradeAllowanceCharge><ram:CategoryTradeTax>"
                + "<ram:CategoryCode>%s</ram:CategoryCode></ram:CategoryTradeTax></ram:SpecifiedTradeAllowanceCharge>";
        return Stream.of(
                texts(
                        "BR-CL-06",
                        "settlement",
                        tax.formatted("<ram:DueDateTypeCode>%s</ram:DueDateTypeCode>"),
                        "3",
                        "72"),
                texts("BR-CL-17", "settlement", allowanceTax, "AA", "S"),
                texts("BR-CL-18", "settlement", tax.formatted("<ram:CategoryCode>%s</ram:CategoryCode>"), "A", "AE"),
                texts("BR-CL-19", "settlement", charge.formatted("false"), "AA", "95"),
                texts("BR-CL-19", "line settlement", charge.formatted("0"), "AA", "95"),
                texts("BR-CL-20", "settlement", charge.formatted("true"), "95", "AA"),
                texts("BR-CL-20", "line settlement", charge.formatted(" 1 "), "95", "AA"),
                texts(
                        "BR-CL-22",
                        "settlement",
                        tax.formatted("<ram:ExemptionReasonCode>%s</ram:ExemptionReasonCode>"),
                        "VATEX-EU-0",
                        "vatex-eu-ae"));
    }

    static Stream<Arguments> ofItems() {
        return Stream.of(
                texts("BR-CL-21", "product", "<ram:GlobalID schemeID='%s'>1</ram:GlobalID>", "EAN", "0160"),
                texts(
                        "BR-CL-13",
                        "product",
                        "<ram:DesignatedProductClassification><ram:ClassCode%s>1</ram:ClassCode>"
                                + "</ram:DesignatedProductClassification>",
                        " listID='hs'",
                        " listID='HS'"),
                texts(
                        "BR-CL-15",
                        "product",
                        "<ram:OriginTradeCountry><ram:ID>%s</ram:ID></ram:OriginTradeCountry>",
                        "XX",
                        "JP"),
                texts("BR-CL-23", "quantity", "<ram:BilledQuantity unitCode='%s'>1</ram:BilledQuantity>", "PCS", "XBX"),
                texts("BR-CL-23", "net price", "<ram:BasisQuantity%s>1</ram:BasisQuantity>", " unitCode=''", ""));
    }

    @Test
    void shouldNotAskTheListOfSchemesForTaxNumbers() throws IOException {
        assertThat(found(StructureSample.with(
                        "agreement",
                        "<ram:SellerTradeParty><ram:SpecifiedTaxRegistration><ram:ID schemeID='VA'>1</ram:ID>"
                                + "</ram:SpecifiedTaxRegistration></ram:SellerTradeParty>")))
                .isEmpty();
    }

    @Test
    void shouldNotAskForTheGlobalIdentifierOfAPartyOfAnItem() throws IOException {
        assertThat(found(StructureSample.with(
                        "product",
                        "<ram:ManufacturerTradeParty><ram:GlobalID schemeID='X'>1</ram:GlobalID>"
                                + "</ram:ManufacturerTradeParty>")))
                .isEmpty();
    }

    private static Arguments texts(String id, String part, String frame, String faulty, String right) {
        return arguments(id, part, frame.formatted(faulty), frame.formatted(right));
    }

    private static String means() {
        return "<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>%s</ram:TypeCode>"
                + "</ram:SpecifiedTradeSettlementPaymentMeans>";
    }

    private static Set<String> found(StructureSample invoice) throws IOException {
        var result = ENGINE.judge(new ByteArrayInputStream(invoice.xml()), 1000);
        assertThat(result.fits()).as("fits the schema: %s", result.findings()).isTrue();
        return result.counts().keySet();
    }

    private static List<Rule<Object>> rules(En16931Version version) {
        return book(version).rules().toList();
    }

    private static RuleBook<Object> book(En16931Version version) {
        RuleBook<Object> book = new RuleBook<>("codes", version.number(), Object::new);
        CodeRules.addTo(book, version);
        return book;
    }
}
