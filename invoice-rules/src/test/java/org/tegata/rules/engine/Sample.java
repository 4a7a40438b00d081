package org.tegata.rules.engine;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invoices as small as the schema allows, for tests of the engine. */
final class Sample {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rsm:CrossIndustryInvoice
                xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <rsm:ExchangedDocumentContext>
                <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:sample</ram:ID>\
            </ram:GuidelineSpecifiedDocumentContextParameter>
              </rsm:ExchangedDocumentContext>
              <rsm:ExchangedDocument><ram:ID>1</ram:ID><ram:TypeCode>380</ram:TypeCode>\
            <ram:IssueDateTime><udt:DateTimeString format="102">20261121</udt:DateTimeString></ram:IssueDateTime>\
            </rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction>
            """;

    private Sample() {}

    /** With so many lines; each is numbered and has the parts given. */
    static byte[] invoice(int lines, String lineParts, String settlementParts) {
        String all = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> line(number, lineParts))
                .collect(Collectors.joining());
        return (HEAD + all + tail(settlementParts)).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] invoice(int lines) {
        return invoice(lines, "", "");
    }

    static String line(int number, String settlementParts) {
        return """
                <ram:IncludedSupplyChainTradeLineItem>
                  <ram:AssociatedDocumentLineDocument><ram:LineID>%d</ram:LineID></ram:AssociatedDocumentLineDocument>
                  <ram:SpecifiedTradeProduct><ram:Name>Bolt</ram:Name></ram:SpecifiedTradeProduct>
                  <ram:SpecifiedLineTradeAgreement/>
                  <ram:SpecifiedLineTradeDelivery/>
                  <ram:SpecifiedLineTradeSettlement>%s\
                <ram:SpecifiedTradeSettlementLineMonetarySummation/>\
                </ram:SpecifiedLineTradeSettlement>
                </ram:IncludedSupplyChainTradeLineItem>
                """.formatted(number, settlementParts);
    }

    static String tail(String settlementParts) {
        return """
                <ram:ApplicableHeaderTradeAgreement/>
                <ram:ApplicableHeaderTradeDelivery/>
                <ram:ApplicableHeaderTradeSettlement>%s\
                <ram:SpecifiedTradeSettlementHeaderMonetarySummation/>\
                </ram:ApplicableHeaderTradeSettlement>
                </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
                """.formatted(settlementParts);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
