package org.tegata.rules.en16931;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.tegata.problem.Severity;
import org.tegata.rules.InvoiceValidator;

/** An invoice that uses much of the standard and breaks no business rule, to be changed by a test. */
final class BusinessSample {

    private static final InvoiceValidator VALIDATOR = new InvoiceValidator();

    private static final String START = """
            <rsm:CrossIndustryInvoice
                xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
            <rsm:ExchangedDocumentContext>
            <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID>
            </ram:GuidelineSpecifiedDocumentContextParameter>
            </rsm:ExchangedDocumentContext>
            <rsm:ExchangedDocument>
            <ram:ID>R-1</ram:ID>
            <ram:TypeCode>380</ram:TypeCode>
            <ram:IssueDateTime><udt:DateTimeString format="102">20261121</udt:DateTimeString></ram:IssueDateTime>
            </rsm:ExchangedDocument>
            <rsm:SupplyChainTradeTransaction>
            """;
    private static final String LINE = """
            <ram:IncludedSupplyChainTradeLineItem>
            <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
            <ram:SpecifiedTradeProduct>
            <ram:GlobalID schemeID="0160">4000001234567</ram:GlobalID>
            <ram:Name>Teapot</ram:Name>
            <ram:ApplicableProductCharacteristic><ram:Description>Colour</ram:Description><ram:Value>red</ram:Value>
            </ram:ApplicableProductCharacteristic>
            <ram:DesignatedProductClassification><ram:ClassCode listID="HS">691200</ram:ClassCode>
            </ram:DesignatedProductClassification>
            </ram:SpecifiedTradeProduct>
            <ram:SpecifiedLineTradeAgreement>
            <ram:GrossPriceProductTradePrice><ram:ChargeAmount>12</ram:ChargeAmount></ram:GrossPriceProductTradePrice>
            <ram:NetPriceProductTradePrice><ram:ChargeAmount>10</ram:ChargeAmount></ram:NetPriceProductTradePrice>
            </ram:SpecifiedLineTradeAgreement>
            <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">10</ram:BilledQuantity>
            </ram:SpecifiedLineTradeDelivery>
            <ram:SpecifiedLineTradeSettlement>
            <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>\
            <ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
            <ram:BillingSpecifiedPeriod>
            <ram:StartDateTime><udt:DateTimeString format="102">20261001</udt:DateTimeString></ram:StartDateTime>
            <ram:EndDateTime><udt:DateTimeString format="102">20261031</udt:DateTimeString></ram:EndDateTime>
            </ram:BillingSpecifiedPeriod>
            <ram:SpecifiedTradeAllowanceCharge>
            <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>
            <ram:BasisAmount>100.00</ram:BasisAmount><ram:ActualAmount>4.00</ram:ActualAmount>
            <ram:Reason>Line rebate</ram:Reason>
            </ram:SpecifiedTradeAllowanceCharge>
            <ram:SpecifiedTradeAllowanceCharge>
            <ram:ChargeIndicator><udt:Indicator>true</udt:Indicator></ram:ChargeIndicator>
            <ram:BasisAmount>100.00</ram:BasisAmount><ram:ActualAmount>4.01</ram:ActualAmount>
            <ram:Reason>Line packing</ram:Reason>
            </ram:SpecifiedTradeAllowanceCharge>
            <ram:SpecifiedTradeSettlementLineMonetarySummation>
            <ram:LineTotalAmount>100.01</ram:LineTotalAmount>
            </ram:SpecifiedTradeSettlementLineMonetarySummation>
            </ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            """;
    private static final String PARTIES = """
            <ram:ApplicableHeaderTradeAgreement>
            <ram:SellerTradeParty>
            <ram:ID>S1</ram:ID><ram:Name>Seller</ram:Name>
            <ram:PostalTradeAddress><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
            <ram:URIUniversalCommunication><ram:URIID schemeID="EM">s@s.example</ram:URIID>\
            </ram:URIUniversalCommunication>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE1</ram:ID></ram:SpecifiedTaxRegistration>
            </ram:SellerTradeParty>
            <ram:BuyerTradeParty>
            <ram:Name>Buyer</ram:Name>
            <ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
            <ram:URIUniversalCommunication><ram:URIID schemeID="EM">b@b.example</ram:URIID>\
            </ram:URIUniversalCommunication>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR2</ram:ID></ram:SpecifiedTaxRegistration>
            </ram:BuyerTradeParty>
            <ram:SellerTaxRepresentativeTradeParty>
            <ram:Name>Agent</ram:Name>
            <ram:PostalTradeAddress><ram:CountryID>AT</ram:CountryID></ram:PostalTradeAddress>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">AT3</ram:ID></ram:SpecifiedTaxRegistration>
            </ram:SellerTaxRepresentativeTradeParty>
            <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>D-1</ram:IssuerAssignedID>\
            <ram:TypeCode>916</ram:TypeCode></ram:AdditionalReferencedDocument>
            </ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeDelivery>
            <ram:ShipToTradeParty>
            <ram:PostalTradeAddress><ram:CountryID>BE</ram:CountryID></ram:PostalTradeAddress>
            </ram:ShipToTradeParty>
            </ram:ApplicableHeaderTradeDelivery>
            """;
    private static final String SETTLEMENT = """
            <ram:ApplicableHeaderTradeSettlement>
            <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
            <ram:PayeeTradeParty><ram:ID>P1</ram:ID><ram:Name>Payee</ram:Name></ram:PayeeTradeParty>
            <ram:SpecifiedTradeSettlementPaymentMeans>
            <ram:TypeCode>58</ram:TypeCode>
            <ram:ApplicableTradeSettlementFinancialCard><ram:ID>1234561234</ram:ID>\
            </ram:ApplicableTradeSettlementFinancialCard>
            <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02</ram:IBANID>\
            </ram:PayeePartyCreditorFinancialAccount>
            </ram:SpecifiedTradeSettlementPaymentMeans>
            <ram:ApplicableTradeTax><ram:CalculatedAmount>20.90</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>\
            <ram:BasisAmount>110.01</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode>\
            <ram:RateApplicablePercent>19.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
            <ram:BillingSpecifiedPeriod>
            <ram:StartDateTime><udt:DateTimeString format="102">20261101</udt:DateTimeString></ram:StartDateTime>
            <ram:EndDateTime><udt:DateTimeString format="102">20261130</udt:DateTimeString></ram:EndDateTime>
            </ram:BillingSpecifiedPeriod>
            <ram:SpecifiedTradeAllowanceCharge>
            <ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator>
            <ram:BasisAmount>200.00</ram:BasisAmount><ram:ActualAmount>10.00</ram:ActualAmount>
            <ram:Reason>Rebate</ram:Reason>
            <ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>\
            <ram:RateApplicablePercent>19.0</ram:RateApplicablePercent></ram:CategoryTradeTax>
            </ram:SpecifiedTradeAllowanceCharge>
            <ram:SpecifiedTradeAllowanceCharge>
            <ram:ChargeIndicator><udt:Indicator>true</udt:Indicator></ram:ChargeIndicator>
            <ram:BasisAmount>200.00</ram:BasisAmount><ram:ActualAmount>20.00</ram:ActualAmount>
            <ram:Reason>Packing</ram:Reason>
            <ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode>\
            <ram:RateApplicablePercent>019</ram:RateApplicablePercent></ram:CategoryTradeTax>
            </ram:SpecifiedTradeAllowanceCharge>
            <ram:SpecifiedTradePaymentTerms><ram:Description>30 days</ram:Description></ram:SpecifiedTradePaymentTerms>
            <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            <ram:LineTotalAmount>100.01</ram:LineTotalAmount><ram:ChargeTotalAmount>20.00</ram:ChargeTotalAmount>
            <ram:AllowanceTotalAmount>10.00</ram:AllowanceTotalAmount>
            <ram:TaxBasisTotalAmount>110.01</ram:TaxBasisTotalAmount>
            <ram:TaxTotalAmount currencyID="EUR">20.90</ram:TaxTotalAmount>
            <ram:RoundingAmount>-0.01</ram:RoundingAmount><ram:GrandTotalAmount>130.91</ram:GrandTotalAmount>
            <ram:TotalPrepaidAmount>0.90</ram:TotalPrepaidAmount><ram:DuePayableAmount>130.00</ram:DuePayableAmount>
            </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>R-0</ram:IssuerAssignedID>\
            </ram:InvoiceReferencedDocument>
            </ram:ApplicableHeaderTradeSettlement>
            </rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;

    private String xml = START + LINE + PARTIES + SETTLEMENT;

    private BusinessSample() {}

    static BusinessSample valid() {
        return new BusinessSample();
    }

    /** The same with another text at the only place where this one stands. */
    BusinessSample with(String before, String after) {
        int at = xml.indexOf(before);
        if (at < 0 || at != xml.lastIndexOf(before)) {
            throw new IllegalArgumentException((at < 0 ? "not there: " : "there more than once: ") + before);
        }
        xml = xml.substring(0, at) + after + xml.substring(at + before.length());
        return this;
    }

    BusinessSample without(String text) {
        return with(text, "");
    }

    /** The same with another text wherever this one stands. */
    BusinessSample withAll(String before, String after) {
        if (!xml.contains(before)) {
            throw new IllegalArgumentException("not there: " + before);
        }
        xml = xml.replace(before, after);
        return this;
    }

    /** The same with another VAT rate everywhere; empty for none. */
    BusinessSample withRate(String rate) {
        xml = xml.replaceAll(
                "<ram:RateApplicablePercent>[^<]*</ram:RateApplicablePercent>",
                rate.isEmpty() ? "" : "<ram:RateApplicablePercent>" + rate + "</ram:RateApplicablePercent>");
        return this;
    }

    byte[] xml() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** The errors besides those of structure and code lists. */
    Set<String> broken(En16931Version version) {
        var broken = new TreeSet<String>();
        for (var finding : VALIDATOR.validate(xml(), "en16931:" + version).findings()) {
            String rule = finding.ruleId();
            if (finding.severity() == Severity.ERROR && !rule.startsWith("CII") && !rule.startsWith("BR-CL")) {
                broken.add(rule);
            }
        }
        return broken;
    }

    Set<String> broken() {
        return broken(En16931Version.newest());
    }
}
