package org.tegata.rules.differential;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Texts that may stand in an invoice: right ones, nearly right ones and wrong ones. */
final class Values {

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("CountryID", "DE"),
            Map.entry("CurrencyCode", "EUR"),
            Map.entry("InvoiceCurrencyCode", "EUR"),
            Map.entry("TaxCurrencyCode", "SEK"),
            Map.entry("CategoryCode", "S"),
            Map.entry("RateApplicablePercent", "25"),
            Map.entry("ReasonCode", "95"),
            Map.entry("SubjectCode", "AAI"),
            Map.entry("ReferenceTypeCode", "AAA"),
            Map.entry("DueDateTypeCode", "5"),
            Map.entry("ExemptionReasonCode", "VATEX-EU-AE"),
            Map.entry("TypeCode", "916"),
            Map.entry("DateTimeString", "20240131"),
            Map.entry("DateString", "20240131"),
            Map.entry("IndicatorString", "true"));

    private static final List<String> AMOUNTS = List.of(
            "0",
            "0.00",
            "0.000",
            "-0",
            "+1",
            "+1.00",
            "1.",
            ".5",
            "-.5",
            "00100.00",
            "100",
            "1000",
            "1e2",
            "1.0E1",
            "INF",
            "NaN",
            "-1",
            "-0.01",
            "0.001",
            "0.005",
            "0.004",
            "1.005",
            "2.675",
            "99999999999999.99",
            "1,00",
            "12345678901234567890123456789.123456789",
            "0.1234567890123456789",
            "100.000",
            "25.00",
            "25.0",
            "19",
            "7.70",
            " 5 ",
            "0x10",
            "1 0",
            "",
            "true",
            "4.35",
            "9007199254740993",
            "0.5",
            "1.5",
            "2.5",
            "-2.5",
            "-0.5");

    private static final List<String> CODES = List.of(
            "S",
            "Z",
            "E",
            "AE",
            "K",
            "G",
            "O",
            "L",
            "M",
            "B",
            "AA",
            "s",
            "VAT",
            "vat",
            "Vat",
            "GST",
            "30",
            "58",
            "59",
            "48",
            "49",
            "1",
            "ZZZ",
            "50",
            "130",
            "916",
            "5",
            "29",
            "72",
            "35",
            "380",
            "381",
            "384",
            "326",
            "751",
            "999",
            "EUR",
            "SEK",
            "eur",
            "JPY",
            "BGN",
            "DE",
            "IT",
            "de",
            "XX",
            "XI",
            "1A",
            "GR",
            "EL",
            "AAI",
            "95",
            "FC",
            "AA",
            "C62",
            "H87",
            "XPP",
            "0088",
            "0060",
            "9930",
            "EM",
            "VA",
            "102",
            "203",
            "VATEX-EU-AE",
            "vatex-eu-o",
            "STI",
            "VATEX-EU-G",
            "application/pdf",
            "application/xml",
            "image/png",
            "true",
            "false",
            "0242",
            "XR01",
            "CVD",
            "urn:cen.eu:en16931:2017",
            "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\n",
            "\u00a0",
            "\u2003",
            "x",
            "text with spaces",
            "<&>\"'",
            "äöü",
            "請求書",
            "\ud83d\ude00",
            "\u0085",
            "20240131",
            "20240231",
            "20241301",
            "2024-01-31",
            "202401",
            " 20240131 ",
            "20240131x",
            "00000000",
            "DE123456789",
            "XX123",
            "D",
            "SE",
            "el123",
            "#SKONTO#TAGE=14#PROZENT=2.25#\n",
            "#SKONTO#TAGE=14#",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
            "not.an.email",
            "a@b.example",
            "a@@b",
            "12",
            "+49 30 12345",
            "http://example.org/x",
            "12345678901",
            "1234567890",
            "Seller GmbH",
            "true",
            "1",
            "0");

    private Values() {}

    static String plausible(String name, String builtIn) {
        String local = name.substring(name.indexOf(':') + 1);
        String known = BY_NAME.get(local);
        if (known != null) {
            return known;
        }
        return switch (builtIn) {
            case "xsd:decimal" -> "1.00";
            case "xsd:boolean" -> "true";
            case "xsd:dateTime" -> "2024-01-31T12:00:00";
            case "xsd:date" -> "2024-01-31";
            case "xsd:base64Binary" -> "VGVzdA==";
            case "xsd:anyURI" -> "https://example.org/";
            default -> local.endsWith("Code") || local.endsWith("ID") ? "ZZZ" : "some text";
        };
    }

    /** For an attribute of that type, which may be a fixed value. */
    static String plausibleAttribute(String name, String type) {
        if (type.startsWith("=")) {
            return type.substring(1);
        }
        return switch (name) {
            case "currencyID" -> "EUR";
            case "unitCode" -> "C62";
            case "mimeCode" -> "application/pdf";
            case "schemeID" -> "0088";
            case "format" -> "102";
            default -> type.equals("xsd:anyURI") ? "https://example.org/" : "some";
        };
    }

    static String amount(RandomGenerator random) {
        return pick(AMOUNTS, random);
    }

    static String code(RandomGenerator random) {
        return pick(CODES, random);
    }

    static String text(RandomGenerator random) {
        return pick(TEXTS, random);
    }

    static <T> T pick(List<T> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
