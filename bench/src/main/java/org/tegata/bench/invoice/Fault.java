package org.tegata.bench.invoice;

import java.util.Set;
import java.util.function.UnaryOperator;

/** What can be wrong with a generated invoice, and which rules of EN 16931 1.3.16 then speak. */
enum Fault {
    NONE(text -> text),
    WRONG_SUM(
            text -> text.replace(
                    "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>\n        <ram:LineTotalAmount>",
                    "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>\n        <ram:LineTotalAmount>9"),
            "BR-CO-10 error",
            "BR-CO-13 error"),
    EMPTY_NUMBER(
            text -> text.replaceFirst(
                    "<ram:ID>[^<]*</ram:ID>\n    <ram:TypeCode>380", "<ram:ID/>\n    <ram:TypeCode>380"),
            "BR-02 error"),
    UNKNOWN_CURRENCY(text -> text.replace(">EUR<", ">EUX<"), "BR-CL-04 error", "BR-CO-15 error"),
    NO_BUYER_COUNTRY(
            text -> text.replaceFirst(
                    "<ram:CityName>Warszawa</ram:CityName>\n *<ram:CountryID>PL</ram:CountryID>",
                    "<ram:CityName>Warszawa</ram:CityName>"),
            "BR-11 error"),
    EXPORT_DATA(
            text -> text.replace(
                    "<ram:Name>Nordlicht Lager GmbH</ram:Name>\n        <ram:SpecifiedLegal",
                    "<ram:Name>Nordlicht Lager GmbH</ram:Name>\n        <ram:RoleCode>SE</ram:RoleCode>\n"
                            + "        <ram:SpecifiedLegal"),
            "CII-SR-222 warning"),
    NOT_BY_THE_SCHEMA(text -> text.replace("<ram:BuyerTradeParty>", "<ram:Surprise/><ram:BuyerTradeParty>"));

    private final UnaryOperator<String> spoil;
    private final Set<String> rules;

    Fault(UnaryOperator<String> spoil, String... rules) {
        this.spoil = spoil;
        this.rules = Set.of(rules);
    }

    String spoil(String invoice) {
        return spoil.apply(invoice);
    }

    /** As {@code RULE severity}; nothing is said of what the schema finds. */
    Set<String> rules() {
        return rules;
    }
}
