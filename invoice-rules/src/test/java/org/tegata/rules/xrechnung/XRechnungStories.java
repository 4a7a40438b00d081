package org.tegata.rules.xrechnung;

import static org.tegata.rules.xrechnung.Story.story;

import java.util.List;
import java.util.stream.Stream;

/** For each rule of XRechnung that every invoice is asked: a change that breaks it, and one that nearly does. */
final class XRechnungStories {

    private static final Draft INVOICE = Draft.example("xrechnung");
    private static final String IBAN = "DE89 3704 0044 0532 0130 00";
    private static final String SKONTO = "#SKONTO#TAGE=14#PROZENT=2.00#\n";
    private static final String ATTACHMENT =
            "<ram:AttachmentBinaryObject mimeCode=\"text/csv\" filename=\"%s\">QQ==</ram:AttachmentBinaryObject>";
    private static final String DEBIT_ACCOUNT = "<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>" + IBAN
            + "</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>";
    private static final String CARD = "<ram:ApplicableTradeSettlementFinancialCard><ram:ID>1234</ram:ID>"
            + "</ram:ApplicableTradeSettlementFinancialCard>";
    private static final String MANDATE = "<ram:DirectDebitMandateID>M-1</ram:DirectDebitMandateID>";
    private static final String CREDITOR = "<ram:CreditorReferenceID>DE98ZZZ09999999999</ram:CreditorReferenceID>";

    private static final String ATTACHED_END =
            "cG9zO21lbmdlCjE7MjQK</ram:AttachmentBinaryObject>\n" + "      </ram:AdditionalReferencedDocument>";
    private static final String ATTACHMENT_OF = "<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>x"
            + "</ram:IssuerAssignedID><ram:TypeCode>916</ram:TypeCode>" + ATTACHMENT
            + "</ram:AdditionalReferencedDocument>";

    private XRechnungStories() {}

    static Stream<Story> all() {
        return Stream.of(header(), amounts(), lines(), invoice(), parties(), payment())
                .flatMap(List::stream);
    }

    private static Draft paidBy(String code, String parts) {
        return INVOICE.withSpan(
                "<ram:TypeCode>58</ram:TypeCode>",
                "</ram:PayeePartyCreditorFinancialAccount>",
                "<ram:TypeCode>" + code + "</ram:TypeCode>" + parts);
    }

    private static Draft inTwoCurrencies(String second) {
        return INVOICE.before("<ram:InvoiceCurrencyCode>", "<ram:TaxCurrencyCode>USD</ram:TaxCurrencyCode>")
                .after(
                        "<ram:TaxTotalAmount currencyID=\"EUR\">707.75</ram:TaxTotalAmount>",
                        "<ram:TaxTotalAmount currencyID=\"USD\">" + second + "</ram:TaxTotalAmount>");
    }

    private static List<Story> header() {
        return List.of(
                story("PEPPOL-EN16931-R001", INVOICE)
                        .broken(d -> d.without("ram:BusinessProcessSpecifiedDocumentContextParameter"))
                        .kept(d -> d.with("billing:01:1.0", "billing:99:9.9")),
                story("PEPPOL-EN16931-R005", INVOICE)
                        .broken(d -> d.before(
                                "<ram:InvoiceCurrencyCode>", "<ram:TaxCurrencyCode> EUR </ram:TaxCurrencyCode>"))
                        .kept(d -> inTwoCurrencies("750.00")),
                story("PEPPOL-EN16931-R053", INVOICE)
                        .broken(d -> d.before(
                                "<ram:TaxTotalAmount", "<ram:TaxTotalAmount currencyID=\"EUR\">1</ram:TaxTotalAmount>"))
                        .kept(d -> d.before(
                                "<ram:TaxTotalAmount",
                                "<ram:TaxTotalAmount currencyID=\"USD\">1</ram:TaxTotalAmount>")),
                story("PEPPOL-EN16931-R054", INVOICE)
                        .broken(d -> d.before(
                                "<ram:TaxTotalAmount", "<ram:TaxTotalAmount currencyID=\"USD\">1</ram:TaxTotalAmount>"))
                        .kept(d -> inTwoCurrencies("750.00")),
                story("PEPPOL-EN16931-R055", INVOICE)
                        .broken(d -> inTwoCurrencies("-750.00"))
                        .kept(d -> inTwoCurrencies("0.00")),
                story("PEPPOL-EN16931-R010", INVOICE)
                        .broken(d -> d.withoutLast("ram:URIUniversalCommunication"))
                        .kept(d -> d.without("ram:URIUniversalCommunication")),
                story("PEPPOL-EN16931-R020", INVOICE)
                        .broken(d -> d.without("ram:URIUniversalCommunication"))
                        .kept(d -> d.withoutLast("ram:URIUniversalCommunication")),
                story("PEPPOL-EN16931-R061", INVOICE)
                        .broken(d -> paidBy(" 59 ", DEBIT_ACCOUNT))
                        .kept(d -> paidBy("59", DEBIT_ACCOUNT).after("</ram:DueDateDateTime>", MANDATE)),
                story("PEPPOL-EN16931-R008", INVOICE)
                        .broken(d -> d.with("Grundschule am Deich", " \t "))
                        .kept(d -> d.withSpan(
                                "<ram:ApplicableHeaderTradeDelivery>",
                                "</ram:ApplicableHeaderTradeDelivery>",
                                "<ram:ApplicableHeaderTradeDelivery/>")));
    }

    private static List<Story> amounts() {
        return List.of(
                story("PEPPOL-EN16931-R041", INVOICE)
                        .broken(d -> d.with("<ram:BasisAmount>3540.00</ram:BasisAmount>", ""))
                        .kept(d -> d.with("<ram:BasisAmount>3540.00</ram:BasisAmount>", "")
                                .without("ram:CalculationPercent")),
                story("PEPPOL-EN16931-R042", INVOICE)
                        .broken(d -> d.without("ram:CalculationPercent"))
                        .kept(d -> d.with("3540.00</ram:BasisAmount>", "0</ram:BasisAmount>")),
                story("PEPPOL-EN16931-R040", INVOICE)
                        .broken(d -> d.with("177.00", "177.03"))
                        .kept(d -> d.with("177.00", "177.02")),
                story("PEPPOL-EN16931-R040", INVOICE.everywhere("EUR", "HUF"))
                        .broken(d -> d.with("177.00", "177.51"))
                        .kept(d -> d.with("177.00", "177.50")),
                story("PEPPOL-EN16931-R043-1", INVOICE)
                        .broken(d -> d.withLast("<udt:Indicator>true<", "<udt:Indicator>1<"))
                        .kept(d -> d.withLast("<udt:Indicator>true<", "<udt:Indicator> true <")),
                story("PEPPOL-EN16931-R043-2", INVOICE)
                        .broken(d -> d.with("<udt:Indicator>false<", "<udt:Indicator>0<"))
                        .kept(d -> d.with("<udt:Indicator>false<", "<udt:Indicator>true<")));
    }

    private static List<Story> lines() {
        return List.of(
                story("PEPPOL-EN16931-R110", INVOICE)
                        .broken(d -> d.with("20261005", "20260930"))
                        .kept(d -> d.with("20261005", "20261001")),
                story("PEPPOL-EN16931-R111", INVOICE)
                        .broken(d -> d.with("20261009", "20261101"))
                        .kept(d -> d.with("20261009", "20261031")),
                story("PEPPOL-EN16931-R120", INVOICE)
                        .broken(d -> d.with("3363.00", "3363.03"))
                        .kept(d -> d.with("3363.00", "3362.98")),
                story("PEPPOL-EN16931-R120", INVOICE.everywhere("EUR", "HUF"))
                        .broken(d -> d.with("3363.00", "3363.51"))
                        .kept(d -> d.with("3363.00", "3363.50")),
                story("PEPPOL-EN16931-R101", INVOICE)
                        .broken(d -> d.with("<ram:TypeCode>130<", "<ram:TypeCode>916<"))
                        .kept(d -> d.without("ram:AdditionalReferencedDocument")),
                story("PEPPOL-EN16931-R121", INVOICE)
                        .broken(d -> d.with("<ram:BasisQuantity unitCode=\"H87\">1<", "<ram:BasisQuantity>0<"))
                        .kept(d -> d.with("<ram:BasisQuantity unitCode=\"H87\">1<", "<ram:BasisQuantity>0.001<")),
                story("PEPPOL-EN16931-R130", INVOICE)
                        .broken(d -> d.with("Quantity unitCode=\"H87\">", "Quantity unitCode=\"C62\">"))
                        .kept(d -> d.with("<ram:BasisQuantity unitCode=\"H87\">", "<ram:BasisQuantity>")),
                story("PEPPOL-EN16931-R044", INVOICE)
                        .broken(d -> d.with("<udt:Indicator>false<", "<udt:Indicator>true<"))
                        .kept(d -> d.with("<udt:Indicator>false<", "<udt:Indicator>true<")
                                .without("ram:ActualAmount")),
                story("PEPPOL-EN16931-R046", INVOICE)
                        .broken(d -> d.with("147.50", "147.51"))
                        .kept(d -> d.with("147.50", "147.5000")),
                story("BR-TMP-3", INVOICE)
                        .broken(d -> d.with("<ram:BasisQuantity unitCode=\"H87\">1<", "<ram:BasisQuantity>1.0<"))
                        .kept(d -> d.with("<ram:BasisQuantity unitCode=\"H87\">1<", "<ram:BasisQuantity>1<")),
                story("BR-DE-22", INVOICE)
                        .broken(d -> d.after(ATTACHED_END, ATTACHMENT_OF.formatted("lieferschein-5521.csv")))
                        .kept(d -> d.after(ATTACHED_END, ATTACHMENT_OF.formatted("lieferschein-5522.csv"))));
    }

    private static List<Story> invoice() {
        return List.of(
                story("BR-DE-1", INVOICE)
                        .broken(d -> d.without("ram:SpecifiedTradeSettlementPaymentMeans"))
                        .kept(d -> paidBy("1", "")),
                story("BR-DE-15", INVOICE)
                        .broken(d -> d.with("991-11111TEST-36", "  "))
                        .kept(d -> d.with("991-11111TEST-36", "-")),
                story("BR-DE-16", INVOICE)
                        .broken(d -> d.with("schemeID=\"VA\"", "schemeID=\"0088\""))
                        .kept(d -> d.with("schemeID=\"VA\"", "schemeID=\"FC\"")),
                story("BR-DE-17", INVOICE)
                        .broken(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode>325<"))
                        .kept(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode>326<")),
                story("BR-DE-18", INVOICE)
                        .broken(d -> d.with(SKONTO, SKONTO.strip()))
                        .kept(d -> d.with(SKONTO, "  " + SKONTO.strip() + " \t\n Danke.")),
                story("BR-DE-18", INVOICE)
                        .broken(d -> d.with("2.00#", "2.0#"))
                        .kept(d -> d.with("2.00#", "2.00#BASISBETRAG=-1.00#")),
                story("BR-DE-21", INVOICE)
                        .broken(d -> d.with("xrechnung_3.0<", "xrechnung_3.1<"))
                        .kept(d -> d.with(XRechnungBook.CIUS, XRechnungBook.CLEAN_VEHICLES)),
                story("BR-DE-26", INVOICE)
                        .broken(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode> 384 <"))
                        .kept(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode>384<")
                                .after(
                                        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>",
                                        "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID>"
                                                + "</ram:InvoiceReferencedDocument>")),
                story("BR-DE-TMP-32", INVOICE)
                        .broken(d -> d.without("ram:ActualDeliverySupplyChainEvent")
                                .withoutLast("ram:BillingSpecifiedPeriod"))
                        .kept(d -> d.without("ram:ActualDeliverySupplyChainEvent")));
    }

    private static List<Story> parties() {
        return List.of(
                story("BR-DE-2", INVOICE)
                        .broken(d -> d.without("ram:DefinedTradeContact"))
                        .kept(d -> d.with("Jutta Ehlers", "J")),
                story("BR-DE-3", INVOICE)
                        .broken(d -> d.with("<ram:CityName>Bremen<", "<ram:CityName> <"))
                        .kept(d -> d.with("<ram:CityName>Bremen<", "<ram:CityName>-<")),
                story("BR-DE-4", INVOICE)
                        .broken(d -> d.with("<ram:PostcodeCode>28195<", "<ram:PostcodeCode> <"))
                        .kept(d -> d.with("<ram:PostcodeCode>28195<", "<ram:PostcodeCode>-<")),
                story("BR-DE-5", INVOICE)
                        .broken(d -> d.without("ram:PersonName"))
                        .kept(d -> d.everywhere("ram:PersonName>", "ram:DepartmentName>")),
                story("BR-DE-6", INVOICE)
                        .broken(d -> d.without("ram:TelephoneUniversalCommunication"))
                        .kept(d -> d.with("+49 421 5550142", "none")),
                story("BR-DE-7", INVOICE)
                        .broken(d -> d.without("ram:EmailURIUniversalCommunication"))
                        .kept(d -> d.with("rechnung@hartmann", "rechnung")),
                story("BR-DE-27", INVOICE)
                        .broken(d -> d.with("+49 421 5550142", "a1b2"))
                        .kept(d -> d.with("+49 421 5550142", "a1b2c3")),
                story("BR-DE-28", INVOICE)
                        .broken(d -> d.with("rechnung@hartmann-moebel.example", "rechnung@example"))
                        .kept(d -> d.with("rechnung@hartmann-moebel.example", " r@e.x ")),
                story("BR-DE-8", INVOICE)
                        .broken(d -> d.with("<ram:CityName>Musterau<", "<ram:CityName> <"))
                        .kept(d -> d.withLast("<ram:CityName>Musterau<", "<ram:CityName> <")),
                story("BR-DE-9", INVOICE)
                        .broken(d -> d.with("<ram:PostcodeCode>27568<", "<ram:PostcodeCode> <"))
                        .kept(d -> d.withLast("<ram:PostcodeCode>27568<", "<ram:PostcodeCode> <")),
                story("BR-DE-10", INVOICE)
                        .broken(d -> d.withLast("<ram:CityName>Musterau</ram:CityName>", ""))
                        .kept(d -> d.with("<ram:CityName>Musterau</ram:CityName>", "")),
                story("BR-DE-11", INVOICE)
                        .broken(d -> d.withLast("<ram:PostcodeCode>27568</ram:PostcodeCode>", ""))
                        .kept(d -> d.with("<ram:PostcodeCode>27568</ram:PostcodeCode>", "")),
                story("BR-TMP-2", INVOICE)
                        .broken(d -> d.with("https://hartmann", "//hartmann"))
                        .kept(d -> d.with("https://hartmann", "z1:hartmann")));
    }

    private static List<Story> payment() {
        String account = "<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE1</ram:IBANID>"
                + "</ram:PayeePartyCreditorFinancialAccount>";
        return List.of(
                story("BR-DE-14", INVOICE)
                        .broken(d -> d.with(
                                "<ram:CategoryCode>S</ram:CategoryCode>\n        <ram:RateApplicablePercent>19"
                                        + "</ram:RateApplicablePercent>",
                                "<ram:CategoryCode>S</ram:CategoryCode>"))
                        .kept(d -> d.with("\n          <ram:RateApplicablePercent>19</ram:RateApplicablePercent>", "")),
                story("BR-DE-19", INVOICE)
                        .broken(d -> d.with("DE89 3704", "DE88 3704"))
                        .kept(d -> d.with("DE89 3704", "DE88 3704").with(">58<", ">30<")),
                story("BR-DE-20", INVOICE)
                        .broken(d -> paidBy("59", DEBIT_ACCOUNT.replace("00</", "01</")))
                        .kept(d -> paidBy("59", DEBIT_ACCOUNT)),
                story("BR-DE-23-a", INVOICE).broken(d -> paidBy("30", "")).kept(d -> paidBy("31", "")),
                story("BR-DE-23-b", INVOICE)
                        .broken(d -> paidBy("30", CARD + account))
                        .kept(d -> paidBy("30", account)),
                story("BR-DE-24-a", INVOICE).broken(d -> paidBy("54", account)).kept(d -> paidBy("54", CARD)),
                story("BR-DE-24-b", INVOICE)
                        .broken(d -> paidBy("55", CARD).after("</ram:DueDateDateTime>", MANDATE))
                        .kept(d -> paidBy("55", CARD)),
                story("BR-DE-25-a", INVOICE)
                        .broken(d -> paidBy("59", ""))
                        .kept(d -> paidBy("59", "").before("<ram:PaymentReference>", CREDITOR)),
                story("BR-DE-25-b", INVOICE)
                        .broken(d -> paidBy("59", DEBIT_ACCOUNT + account))
                        .kept(d -> paidBy("59", DEBIT_ACCOUNT)),
                story("BR-DE-30", INVOICE)
                        .broken(d -> paidBy("59", DEBIT_ACCOUNT))
                        .kept(d -> paidBy("59", DEBIT_ACCOUNT).before("<ram:PaymentReference>", CREDITOR)),
                story("BR-DE-30", INVOICE)
                        .broken(d -> d.before("<ram:PaymentReference>", CREDITOR))
                        .kept(d -> d),
                story("BR-DE-31", INVOICE)
                        .broken(d -> d.after("</ram:DueDateDateTime>", MANDATE))
                        .kept(d -> paidBy("59", DEBIT_ACCOUNT).after("</ram:DueDateDateTime>", MANDATE)));
    }
}
