package org.tegata.rules.en16931;

import java.nio.charset.StandardCharsets;

/** An invoice that no structure rule has anything against, with gaps for what a test is about. */
final class StructureSample {

    private static final String HEAD = """
            <rsm:CrossIndustryInvoice
                xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <rsm:ExchangedDocumentContext>
                <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID>\
            </ram:GuidelineSpecifiedDocumentContextParameter>
              </rsm:ExchangedDocumentContext>
              <rsm:ExchangedDocument>
                <ram:ID>1</ram:ID><ram:TypeCode>380</ram:TypeCode>
                <ram:IssueDateTime><udt:DateTimeString format="102">%s</udt:DateTimeString></ram:IssueDateTime>
              </rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction>
            """;
    private static final String LINE = """
            <ram:IncludedSupplyChainTradeLineItem>
              <ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
              <ram:SpecifiedTradeProduct>%s</ram:SpecifiedTradeProduct>
              <ram:SpecifiedLineTradeAgreement>%s\
            <ram:NetPriceProductTradePrice><ram:ChargeAmount>1</ram:ChargeAmount>%s</ram:NetPriceProductTradePrice>\
            </ram:SpecifiedLineTradeAgreement>
              <ram:SpecifiedLineTradeDelivery>%s</ram:SpecifiedLineTradeDelivery>
              <ram:SpecifiedLineTradeSettlement>%s</ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem>
            """;
    private static final String TAIL = """
                <ram:ApplicableHeaderTradeAgreement>%s</ram:ApplicableHeaderTradeAgreement>
                <ram:ApplicableHeaderTradeDelivery>%s</ram:ApplicableHeaderTradeDelivery>
                <ram:ApplicableHeaderTradeSettlement>%s</ram:ApplicableHeaderTradeSettlement>
              </rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;
    static final String LINE_TAX = "<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode></ram:ApplicableTradeTax>";

    private String date = "20261121";
    private String product = "";
    private String grossPrice = "";
    private String netPrice = "";
    private String quantity = "";
    private String lineSettlement = LINE_TAX;
    private String agreement = "";
    private String delivery = "";
    private String settlement = "";

    static StructureSample with(String part, String content) {
        var sample = new StructureSample();
        switch (part) {
            case "date" -> sample.date = content;
            case "product" -> sample.product = content;
            case "gross price" -> sample.grossPrice = content;
            case "net price" -> sample.netPrice = content;
            case "quantity" -> sample.quantity = content;
            case "line settlement" -> sample.lineSettlement = content;
            case "agreement" -> sample.agreement = content;
            case "delivery" -> sample.delivery = content;
            case "settlement" -> sample.settlement = content;
            default -> throw new IllegalArgumentException(part);
        }
        return sample;
    }

    byte[] xml() {
        var line = LINE.formatted(product, grossPrice, netPrice, quantity, lineSettlement);
        return (HEAD.formatted(date) + line + TAIL.formatted(agreement, delivery, settlement))
                .getBytes(StandardCharsets.UTF_8);
    }
}
