package org.tegata.rules.japan;

import static org.tegata.rules.xrechnung.Story.story;

import java.util.List;
import java.util.stream.Stream;
import org.tegata.rules.xrechnung.Draft;
import org.tegata.rules.xrechnung.Story;

/** For each rule of Japan: a change that breaks it, and one that nearly does. */
final class JapanStories {

    static final Draft INVOICE = Draft.example("jp-qualified-invoice");

    /** The same as a return invoice for one earlier invoice. */
    static final Draft RETURN = INVOICE.with("<ram:TypeCode>380<", "<ram:TypeCode>381<")
            .after(
                    "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>",
                    "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>S1</ram:IssuerAssignedID>"
                            + "</ram:InvoiceReferencedDocument>");

    private static final String NUMBER = "T7123456789012";
    private static final String JPY = "<ram:InvoiceCurrencyCode>JPY</ram:InvoiceCurrencyCode>";
    private static final String LINE_DATE = "<ram:ActualDespatchSupplyChainEvent><ram:OccurrenceDateTime>"
            + "<udt:DateTimeString format=\"102\">20261023</udt:DateTimeString></ram:OccurrenceDateTime>"
            + "</ram:ActualDespatchSupplyChainEvent>";
    private static final String REDUCED_ROW = "<ram:CalculatedAmount>1244</ram:CalculatedAmount>";
    private static final String FULL_ROW = "<ram:CalculatedAmount>6495</ram:CalculatedAmount>";

    private JapanStories() {}

    static Stream<Story> all() {
        return Stream.of(parties(), supplies(), breakdown(), amounts(), foreign())
                .flatMap(List::stream);
    }

    private static List<Story> parties() {
        return List.of(
                story("TGT-JP-01", INVOICE)
                        .broken(d -> d.with("schemeID=\"FC\"", "schemeID=\"0188\""))
                        .kept(d -> d.with("schemeID=\"FC\"", "schemeID=\"VA\"")),
                story("TGT-JP-01", INVOICE)
                        .broken(d -> d.without("ram:SpecifiedTaxRegistration"))
                        .kept(d -> d.without("ram:SpecifiedTaxRegistration")
                                .after(
                                        JPY,
                                        "<ram:InvoicerTradeParty><ram:Name>市場</ram:Name><ram:SpecifiedTaxRegistration>"
                                                + "<ram:ID schemeID=\"FC\">" + NUMBER + "</ram:ID>"
                                                + "</ram:SpecifiedTaxRegistration></ram:InvoicerTradeParty>")),
                story("TGT-JP-02", INVOICE)
                        .broken(d -> d.with(NUMBER, "T712345678901"))
                        .kept(d -> d.with(NUMBER, " " + NUMBER + " ")),
                story("TGT-JP-02", INVOICE)
                        .broken(d -> d.with(NUMBER, "T-7123456789012"))
                        .kept(d -> d.with("\"FC\">" + NUMBER, "\"VA\">JP" + NUMBER)),
                story("TGT-JP-02", INVOICE)
                        .broken(d -> d.with(NUMBER, "Ｔ７１２３４５６７８９０１２"))
                        .kept(d -> d.after(
                                "</ram:SpecifiedTaxRegistration>",
                                "<ram:SpecifiedTaxRegistration><ram:ID schemeID=\"VA\">DE811569869</ram:ID>"
                                        + "</ram:SpecifiedTaxRegistration>")),
                story("TGT-JP-03", INVOICE)
                        .broken(d -> d.with(NUMBER, "T8123456789012"))
                        .kept(d -> d.with(NUMBER, "T8700110005901")),
                story("TGT-JP-04", INVOICE)
                        .broken(d -> d.with("みなと事務機株式会社", "\u3000"))
                        .kept(d -> d.with("みなと事務機株式会社", "みなと")),
                story("TGT-JP-05", INVOICE)
                        .broken(d -> d.with("<ram:Name>株式会社さくら設計</ram:Name>", ""))
                        .kept(d -> RETURN.with("<ram:Name>株式会社さくら設計</ram:Name>", "")));
    }

    private static List<Story> supplies() {
        String event = "ram:ActualDeliverySupplyChainEvent";
        return List.of(
                story("TGT-JP-06", INVOICE.without(event))
                        .broken(d -> d.after("</ram:BilledQuantity>", LINE_DATE))
                        .kept(d -> d.everywhere("</ram:BilledQuantity>", "</ram:BilledQuantity>" + LINE_DATE)),
                story("TGT-JP-06", INVOICE).broken(d -> d.without(event)).kept(d -> RETURN.without(event)),
                story("TGT-JP-07", INVOICE)
                        .broken(d -> d.without("ram:IncludedSupplyChainTradeLineItem")
                                .without("ram:IncludedSupplyChainTradeLineItem")
                                .without("ram:IncludedSupplyChainTradeLineItem"))
                        .kept(d -> d.without("ram:IncludedSupplyChainTradeLineItem")
                                .without("ram:IncludedSupplyChainTradeLineItem")),
                story("TGT-JP-08", INVOICE)
                        .broken(d -> d.without("ram:SpecifiedTradeProduct"))
                        .kept(d -> d.with("<ram:Name>事務用チェア</ram:Name>", "<ram:Description>事務用チェア</ram:Description>")),
                story("TGT-JP-09", INVOICE)
                        .broken(d -> d.without("ram:RateApplicablePercent"))
                        .kept(d -> d.with(
                                "<ram:CategoryCode>S</ram:CategoryCode>\n          <ram:RateApplicablePercent>10"
                                        + "</ram:RateApplicablePercent>",
                                "<ram:CategoryCode>O</ram:CategoryCode>")),
                story("TGT-JP-22", RETURN)
                        .broken(d -> d.without("ram:InvoiceReferencedDocument"))
                        .kept(d -> d.without("ram:InvoiceReferencedDocument")
                                .withLast(
                                        "<ram:SpecifiedTradeAllowanceCharge>",
                                        "<ram:BillingSpecifiedPeriod><ram:EndDateTime><udt:DateTimeString"
                                                + " format=\"102\">20260930</udt:DateTimeString></ram:EndDateTime>"
                                                + "</ram:BillingSpecifiedPeriod><ram:SpecifiedTradeAllowanceCharge>")),
                story("TGT-JP-25", INVOICE)
                        .broken(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode>384<"))
                        .kept(d -> RETURN.with("<ram:TypeCode>381<", "<ram:TypeCode>384<")),
                story("TGT-JP-27", INVOICE)
                        .broken(d -> d.after(
                                "<ram:ApplicableTradeTax>", "<ram:CalculatedAmount>5550</ram:CalculatedAmount>"))
                        .kept(d -> d));
    }

    private static List<Story> breakdown() {
        String full = "<ram:RateApplicablePercent>10</ram:RateApplicablePercent>";
        return List.of(
                story("TGT-JP-10", INVOICE)
                        .broken(d -> d.withoutLast("ram:ApplicableTradeTax").withoutLast("ram:ApplicableTradeTax"))
                        .kept(d -> d.withoutLast("ram:ApplicableTradeTax")),
                story("TGT-JP-26", INVOICE)
                        .broken(d -> d.everywhere("<ram:CategoryCode>S<", "<ram:CategoryCode>E<"))
                        .kept(d -> d.with("<ram:CategoryCode>S<", "<ram:CategoryCode>E<")),
                story("TGT-JP-11", INVOICE)
                        .broken(d -> d.withSpan(FULL_ROW, full, FULL_ROW))
                        .kept(d -> d.withSpan(FULL_ROW, full, FULL_ROW + "<ram:CategoryCode>O</ram:CategoryCode>")),
                story("TGT-JP-12", INVOICE)
                        .broken(d -> d.everywhere("Percent>10<", "Percent>19<"))
                        .kept(d -> d.everywhere("Percent>10<", "Percent>10.00<")),
                story("TGT-JP-13", INVOICE)
                        .broken(d -> d.with("<ram:BasisAmount>15552</ram:BasisAmount>", ""))
                        .kept(d -> d.with("15552</ram:BasisAmount>", "0</ram:BasisAmount>")),
                story("TGT-JP-14", INVOICE).broken(d -> d.with(FULL_ROW, "")).kept(d -> RETURN.with(FULL_ROW, "")),
                story("TGT-JP-15", INVOICE)
                        .broken(d -> d.everywhere("Percent>8<", "Percent>10.0<"))
                        .kept(d -> d.everywhere("Percent>8<", "Percent>5<")),
                story("TGT-JP-15", INVOICE.everywhere("Percent>10<", "Percent>8<"))
                        .broken(d -> d)
                        .kept(d -> d.withLast("<ram:CategoryCode>S<", "<ram:CategoryCode>AA<")
                                .with("<ram:CategoryCode>S<", "<ram:CategoryCode>AA<")
                                .withLast("<ram:CategoryCode>S<", "<ram:CategoryCode>AA<")),
                story("TGT-JP-18", INVOICE)
                        .broken(d -> d.with("Percent>10<", "Percent>5<"))
                        .kept(d -> d.with("Percent>10<", "Percent>0<")));
    }

    private static List<Story> amounts() {
        String totals = "<ram:GrandTotalAmount>88241<";
        return List.of(
                story("TGT-JP-16", INVOICE)
                        .broken(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1243")))
                        .kept(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1245"))),
                story("TGT-JP-16", INVOICE)
                        .broken(d -> d.with(FULL_ROW, FULL_ROW.replace("6495", "6496")))
                        .kept(d -> d),
                // With the tax in the amounts: 64950 x 10 / 110 = 5904.54…, and 15552 x 8 / 108 = 1152.
                story("TGT-JP-16", INVOICE.with(totals, "<ram:GrandTotalAmount>80502<"))
                        .broken(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1152")))
                        .kept(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1152"))
                                .with(FULL_ROW, FULL_ROW.replace("6495", "5905"))),
                story("TGT-JP-17", INVOICE)
                        .broken(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1244.16")))
                        .kept(d -> d.with(REDUCED_ROW, REDUCED_ROW.replace("1244", "1244.00"))),
                story("TGT-JP-17", INVOICE)
                        .broken(d -> d.with(">7739<", ">7739.5<"))
                        .kept(d -> d.with("currencyID=\"JPY\">7739<", "currencyID=\"USD\">7739.5<")),
                story("TGT-JP-19", INVOICE)
                        .broken(d -> d.with("15552</ram:BasisAmount>", "15551</ram:BasisAmount>"))
                        .kept(d -> d.with("15552</ram:BasisAmount>", "15551.5</ram:BasisAmount>")),
                story("TGT-JP-19", INVOICE)
                        .broken(d -> d.with("<udt:Indicator>true<", "<udt:Indicator>false<"))
                        .kept(d -> d.with("<udt:Indicator>true<", "<udt:Indicator>1<")),
                story("TGT-JP-23", INVOICE)
                        .broken(d -> d.with("55500</ram:LineTotalAmount>", "55500.5</ram:LineTotalAmount>"))
                        .kept(d -> d.with(">18500<", ">18500.5<")),
                story("TGT-JP-24", INVOICE)
                        .broken(d -> d.with(">7739<", ">7740<"))
                        .kept(d -> d.with(">7739<", ">7739.00<")));
    }

    private static List<Story> foreign() {
        var dollars = INVOICE.with(JPY, "<ram:InvoiceCurrencyCode>USD</ram:InvoiceCurrencyCode>")
                .with("currencyID=\"JPY\">7739<", "currencyID=\"USD\">7739.50<");
        var inYen = dollars.before("<ram:InvoiceCurrencyCode>", "<ram:TaxCurrencyCode>JPY</ram:TaxCurrencyCode>")
                .before("<ram:TaxTotalAmount", "<ram:TaxTotalAmount currencyID=\"JPY\">1176404</ram:TaxTotalAmount>");
        String yenPerRate = "<ram:CalculatedAmount currencyID=\"JPY\">1000</ram:CalculatedAmount>";
        return List.of(
                story("TGT-JP-20", dollars).broken(d -> d).kept(d -> inYen),
                // The total in yen does not tell the tax per rate, unless there is one rate.
                story("TGT-JP-21", inYen).broken(d -> d).kept(d -> d.withoutLast("ram:ApplicableTradeTax")),
                story("TGT-JP-21", inYen)
                        .broken(d -> d.after(FULL_ROW, yenPerRate))
                        .kept(d -> d.after(FULL_ROW, yenPerRate).after(REDUCED_ROW, yenPerRate)),
                story("TGT-JP-21", dollars)
                        .broken(d -> d)
                        .kept(d -> d.with("<ram:TypeCode>380<", "<ram:TypeCode>381<")),
                story("TGT-JP-17", inYen)
                        .broken(d -> d.with("1176404", "1176404.5"))
                        .kept(d -> d.with(FULL_ROW, FULL_ROW.replace("6495", "6495.25"))));
    }
}
