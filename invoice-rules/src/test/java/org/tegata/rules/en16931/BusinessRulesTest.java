package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change to a good invoice breaks: the rules, or nothing for a near miss; then what was, and what is. */
class BusinessRulesTest {

    @ParameterizedTest
    @EnumSource
    void shouldHaveNothingAgainstTheSample(En16931Version version) {
        assertThat(BusinessSample.valid().broken(version)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            BR-01       | <ram:ID>urn:cen.eu:en16931:2017</ram:ID> | <ram:ID> </ram:ID>
            BR-02       | <ram:ID>R-1</ram:ID>            | <ram:ID/>
            nothing     | <ram:ID>R-1</ram:ID>            | <ram:ID>　</ram:ID>
            BR-03       | format="102">20261121           | format="203">202611211200
            BR-03       | format="102">20261121           | format="102">
            BR-04       | <ram:TypeCode>380</ram:TypeCode> | ''
            BR-05       | <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode> | ''
            BR-06       | <ram:Name>Seller</ram:Name>     | ''
            BR-07       | <ram:Name>Buyer</ram:Name>      | <ram:Name> </ram:Name>
            BR-08 BR-09 | <ram:PostalTradeAddress><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress> | ''
            BR-09       | <ram:CountryID>DE</ram:CountryID> | ''
            BR-10 BR-11 | <ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress> | ''
            BR-11       | <ram:CountryID>FR</ram:CountryID> | <ram:CountryID/>
            BR-62       | <ram:URIID schemeID="EM">s@s    | <ram:URIID>s@s
            BR-63       | <ram:URIID schemeID="EM">b@b    | <ram:URIID schemeID="">b@b
            """)
    void shouldReadTheDocument(String rules, String before, String after) {
        expect(rules, before, after);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            BR-21       | <ram:LineID>1</ram:LineID>      | <ram:LineID> </ram:LineID>
            BR-22 BR-23 | <ram:BilledQuantity unitCode="H87">10</ram:BilledQuantity> | ''
            BR-23       | <ram:BilledQuantity unitCode="H87"> | <ram:BilledQuantity>
            nothing     | <ram:BilledQuantity unitCode="H87"> | <ram:BilledQuantity unitCode="">
            BR-25       | <ram:Name>Teapot</ram:Name>     | ''
            BR-27       | <ram:ChargeAmount>10<           | <ram:ChargeAmount>-10<
            nothing     | <ram:ChargeAmount>10<           | <ram:ChargeAmount>0<
            nothing     | <ram:ChargeAmount>10<           | <ram:ChargeAmount>-0<
            BR-27       | <ram:ChargeAmount>10<           | <ram:ChargeAmount>-0.00<
            nothing     | <ram:ChargeAmount>10<           | <ram:ChargeAmount>-1</ram:ChargeAmount><ram:ChargeAmount>1<
            BR-28       | <ram:ChargeAmount>12<           | <ram:ChargeAmount>-12<
            BR-54       | <ram:Value>red</ram:Value>      | ''
            BR-64       | GlobalID schemeID="0160"        | GlobalID
            BR-65       | ClassCode listID="HS"           | ClassCode
            BR-DEC-23   | <ram:LineTotalAmount>100.01</ram:LineTotalAmount>\
            </ram:SpecifiedTradeSettlementLineMonetarySummation> | <ram:LineTotalAmount>100.010</ram:LineTotalAmount>\
            </ram:SpecifiedTradeSettlementLineMonetarySummation>
            BR-30       | 20261031 | 20260930
            nothing     | 20261031 | 20261001
            BR-30       | <udt:DateTimeString format="102">20261031 | <udt:DateTimeString>20261031
            BR-29       | 20261130 | 20261031
            """)
    void shouldReadLinesAndPeriods(String rules, String before, String after) {
        expect(rules, before, after);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            BR-33 BR-CO-21      | <ram:Reason>Rebate</ram:Reason>       | ''
            nothing             | <ram:Reason>Rebate</ram:Reason>       | <ram:ReasonCode>95</ram:ReasonCode>
            BR-38 BR-CO-22      | <ram:Reason>Packing</ram:Reason>      | ''
            BR-42 BR-CO-23      | <ram:Reason>Line rebate</ram:Reason>  | ''
            BR-44 BR-CO-24      | <ram:Reason>Line packing</ram:Reason> | ''
            BR-41               | <ram:ActualAmount>4.00</ram:ActualAmount> | ''
            BR-43               | <ram:ActualAmount>4.01</ram:ActualAmount> | ''
            BR-DEC-24           | 4.00 | 4.000
            BR-DEC-27           | 4.01 | 4.011
            BR-DEC-01           | <ram:ActualAmount>10.00< | <ram:ActualAmount>10.000<
            BR-DEC-05           | <ram:ActualAmount>20.00< | <ram:ActualAmount>20.000<
            BR-31 BR-CO-11 BR-S-08 | <ram:ActualAmount>10.00</ram:ActualAmount> | ''
            BR-36 BR-CO-12 BR-S-08 | <ram:ActualAmount>20.00</ram:ActualAmount> | ''
            BR-CO-11 BR-S-08    | <ram:ActualAmount>10.00< | <ram:ActualAmount>11.00<
            nothing             | <ram:AllowanceTotalAmount>10.00< | <ram:AllowanceTotalAmount>10<
            """)
    void shouldReadAllowancesAndCharges(String rules, String before, String after) {
        expect(rules, before, after);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            BR-12 BR-CO-10 BR-CO-13 | <ram:LineTotalAmount>100.01</ram:LineTotalAmount><ram:Ch | <ram:Ch
            BR-CO-10 BR-CO-13   | <ram:LineTotalAmount>100.01</ram:LineTotalAmount><ram:Ch \
            | <ram:LineTotalAmount>100.02</ram:LineTotalAmount><ram:Ch
            BR-13 BR-CO-13 BR-CO-15 | <ram:TaxBasisTotalAmount>110.01</ram:TaxBasisTotalAmount> | ''
            BR-CO-13 BR-CO-15   | <ram:TaxBasisTotalAmount>110.01< | <ram:TaxBasisTotalAmount>110.02<
            BR-14 BR-CO-15 BR-CO-16 | <ram:GrandTotalAmount>130.91</ram:GrandTotalAmount> | ''
            BR-CO-15 BR-CO-16   | <ram:GrandTotalAmount>130.91< | <ram:GrandTotalAmount>130.90<
            BR-15 BR-CO-16      | <ram:DuePayableAmount>130.00</ram:DuePayableAmount> | ''
            BR-CO-16            | <ram:DuePayableAmount>130.00< | <ram:DuePayableAmount>130.01<
            BR-CO-16            | <ram:RoundingAmount>-0.01</ram:RoundingAmount> | ''
            BR-CO-16            | <ram:TotalPrepaidAmount>0.90</ram:TotalPrepaidAmount> | ''
            BR-CO-14 BR-CO-15   | currencyID="EUR">20.90< | currencyID="EUR">20.91<
            BR-CO-15            | currencyID="EUR">20.90< | currencyID="USD">20.90<
            nothing             | currencyID="EUR">20.90< | currencyID="EUR">20.900<
            BR-CO-14 BR-CO-15 BR-DEC-13 | currencyID="EUR">20.90< | currencyID="EUR">20.905<
            BR-DEC-18           | <ram:DuePayableAmount>130.00< | <ram:DuePayableAmount>130.000<
            BR-53               | <ram:InvoiceCurrencyCode>EUR< \
            | <ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR<
            BR-53 BR-DEC-15     | <ram:InvoiceCurrencyCode>EUR< \
            | <ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR<
            """)
    void shouldAddUpTheTotals(String rules, String before, String after) {
        expect(rules, before, after);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            BR-17       | <ram:Name>Payee</ram:Name>      | ''
            BR-17       | <ram:Name>Payee</ram:Name>      | <ram:Name>Seller</ram:Name>
            BR-17       | <ram:ID>P1</ram:ID>             | <ram:ID>P1</ram:ID><ram:ID>S1</ram:ID>
            nothing     | <ram:ID>P1</ram:ID>             | <ram:ID>s1</ram:ID>
            BR-18       | <ram:Name>Agent</ram:Name>      | <ram:Name> </ram:Name>
            BR-20       | <ram:CountryID>AT</ram:CountryID> | <ram:CountryID/>
            BR-56       | schemeID="VA">AT3               | schemeID="FC">AT3
            BR-CO-09    | schemeID="VA">DE1               | schemeID="VA">DX1
            nothing     | schemeID="VA">DE1               | schemeID="VA">EL
            BR-CO-09    | schemeID="VA">DE1               | schemeID="VA">D
            nothing     | <ram:ID>S1</ram:ID>             | ''
            BR-49       | <ram:TypeCode>58</ram:TypeCode> | ''
            BR-50       | <ram:IBANID>DE02</ram:IBANID>   | <ram:IBANID> </ram:IBANID>
            BR-50 BR-61 | <ram:IBANID>DE02</ram:IBANID>   | ''
            nothing     | <ram:IBANID>DE02</ram:IBANID>   | <ram:ProprietaryID>1</ram:ProprietaryID>
            BR-51       | 1234561234                      | 12345671234
            nothing     | 1234561234                      | ' 1234561234 '
            BR-52       | <ram:IssuerAssignedID>D-1</ram:IssuerAssignedID> | ''
            BR-55       | <ram:IssuerAssignedID>R-0</ram:IssuerAssignedID> | <ram:IssuerAssignedID/>
            BR-57       | <ram:CountryID>BE</ram:CountryID> | ''
            """)
    void shouldReadPartiesAndPayment(String rules, String before, String after) {
        expect(rules, before, after);
    }

    @ParameterizedTest(name = "{0} {1}: {2} -> {3}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            V1_3_15 | nothing           | <ram:IBANID>DE02</ram:IBANID> | <ram:IBANID/>
            V1_3_15 | BR-51             | 1234561234                    | ' 1234561234'
            V1_3_15 | BR-CO-25          | <ram:Description>30 days</ram:Description> | ''
            V1_3_16 | nothing           | <ram:Description>30 days</ram:Description> | ''
            V1_3_15 | nothing           | <ram:Name>Agent</ram:Name>    | <ram:Name/>
            V1_3_15 | nothing | <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>\
            <ram:BasisAmount>100.00</ram:BasisAmount><ram:ActualAmount>4.00 | <ram:ActualAmount>4.00
            V1_3_14 | BR-66 | <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>\
            <ram:BasisAmount>100.00</ram:BasisAmount><ram:ActualAmount>4.00 | <ram:ActualAmount>4.00
            V1_3_14 | nothing           | <ram:TypeCode>58</ram:TypeCode> | <ram:TypeCode>49</ram:TypeCode>
            V1_3_14 | BR-50 BR-61       | <ram:IBANID>DE02</ram:IBANID> | ''
            V1_3_13 | nothing           | <ram:IBANID>DE02</ram:IBANID> | ''
            """)
    void shouldKnowWhatOlderVersionsAsked(En16931Version version, String rules, String before, String after) {
        assertThat(BusinessSample.valid().with(unindented(before), after).broken(version))
                .containsExactlyInAnyOrderElementsOf(ids(rules));
    }

    private static void expect(String rules, String before, String after) {
        assertThat(BusinessSample.valid()
                        .with(unindented(before), unindented(after))
                        .broken())
                .containsExactlyInAnyOrderElementsOf(ids(rules));
    }

    /** The sample has line breaks between some elements where a row of a table cannot. */
    private static String unindented(String xml) {
        return xml.replace("</ram:ChargeIndicator><", "</ram:ChargeIndicator>\n<")
                .replace("</ram:LineTotalAmount></", "</ram:LineTotalAmount>\n</");
    }

    private static List<String> ids(String rules) {
        return rules == null ? List.of() : Arrays.asList(rules.split(" "));
    }
}
