package org.tegata.cli.trade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The papers of one trade, made from {@code examples/trade}: the calendar is moved so that the sample's twentieth of
 * November 2026 is today, and every number is this trade's own, so that many trades fit on one platform.
 */
final class TradeDocuments {
    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 11, 20);
    private static final DateTimeFormatter CENTURY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SWIFT = DateTimeFormatter.ofPattern("uuMMdd");
    private static final Pattern XML_DATE = Pattern.compile("format=\"102\">([0-9]{8})<");
    private static final Pattern SWIFT_DATE = Pattern.compile("(?m)^(:(?:31C|31D):)([0-9]{6})");

    private final Path examples;
    private final LocalDate today;
    private final String run;

    /** What is wrong with the second set of documents. */
    enum Faults {
        NONE,
        /** Shipped after the latest date, from another port, invoiced above the credit. */
        LATE_OTHER_PORT_TOO_MUCH
    }

    TradeDocuments(Path checkout, LocalDate today, String run) {
        this.examples = checkout.resolve("examples/trade");
        this.today = today;
        this.run = run;
    }

    String invoiceNumber(Faults faults) {
        return "INV-" + run + suffix(faults);
    }

    String billNumber(Faults faults) {
        return "SOLU" + run + suffix(faults);
    }

    String creditNumber(Faults faults) {
        return "ALSB" + run + suffix(faults);
    }

    /** The commercial invoice, CII D22B. */
    byte[] invoice(Faults faults) {
        String xml = shifted(read("export-invoice.xml"))
                .replace("INV-2026-0815", invoiceNumber(faults))
                .replaceAll(
                        "(<ram:LetterOfCreditReferencedDocument>\\s*<ram:IssuerAssignedID>)[^<]*",
                        "$1" + creditNumber(faults));
        if (faults != Faults.NONE) {
            xml = require(xml, "250000.00").replace("250000.00", "275000.00");
        }
        return bytes(xml);
    }

    /** A copy with an element that the schema does not know. */
    byte[] misspeltInvoice() {
        String xml = text(invoice(Faults.NONE)).replace(invoiceNumber(Faults.NONE), "INV-" + run + "-X");
        return bytes(require(xml, "ram:InvoiceCurrencyCode").replace("ram:InvoiceCurrencyCode", "ram:InvoiceCurency"));
    }

    /** A copy that fits the schema, but says that its lines sum up to something else than they do. */
    byte[] miscalculatedInvoice() {
        String xml = text(invoice(Faults.NONE)).replace(invoiceNumber(Faults.NONE), "INV-" + run + "-Y");
        String sum =
                "(?<head><ram:SpecifiedTradeSettlementHeaderMonetarySummation>\\s*<ram:LineTotalAmount>)250000.00<";
        return bytes(replace(xml, sum, "${head}205000.00<"));
    }

    /** A copy that tries to read a file of the server through an external entity. */
    byte[] hostileInvoice() {
        String xml = text(invoice(Faults.NONE));
        String doctype = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>\n<rsm:CrossIndustryInvoice";
        return bytes(require(xml, "<rsm:CrossIndustryInvoice").replaceFirst("<rsm:CrossIndustryInvoice", doctype));
    }

    /** The letter of credit as a SWIFT message. */
    byte[] mt700(Faults faults) {
        String text = read("credit-mt700.txt");
        Matcher matcher = SWIFT_DATE.matcher(text);
        String moved = matcher.replaceAll(found ->
                found.group(1) + move(LocalDate.parse(found.group(2), SWIFT)).format(SWIFT));
        // Between the good shipment (ten days ago) and the late one (three days ago).
        String latest = today.minusDays(5).format(SWIFT);
        return bytes(replace(
                replace(moved, "(?m)^:44C:[0-9]{6}", ":44C:" + latest),
                "(?m)^:20:[^\\r\\n]+",
                ":20:" + creditNumber(faults)));
    }

    /** The bill of lading, our XML. */
    byte[] bill(Faults faults) {
        String xml = shifted(read("bill-of-lading.xml")).replace("SOLU2026KOB00817", billNumber(faults));
        if (faults != Faults.NONE) {
            String late = today.minusDays(3).format(CENTURY);
            xml = replace(xml, "(<ram:ShippedOnboardDateTime>[^0-9]*\"102\">)[0-9]{8}", "$1" + late);
            xml = replace(xml, "(<ram:IssueDateTime>[^0-9]*\"102\">)[0-9]{8}", "$1" + late);
            xml = replace(
                    xml,
                    "(<ram:LoadingTransportEvent>(?:(?!</ram:LoadingTransportEvent>)[\\s\\S])*?<ram:ID>)JPUKB(</ram:ID>"
                            + "\\s*<ram:Name>)[^<]*",
                    "$1JPYOK$2Yokohama, Japan");
        }
        return bytes(xml);
    }

    /** One of the public sample invoices that come with the open-source library ph-cii (Apache-2.0). */
    static byte[] foreignInvoice(String name) {
        String resource = "external/test-cii/d22b/" + name;
        try (InputStream file = TradeDocuments.class.getClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suffix(Faults faults) {
        return faults == Faults.NONE ? "" : "B";
    }

    private String shifted(String xml) {
        return XML_DATE.matcher(xml)
                .replaceAll(found -> "format=\"102\">"
                        + move(LocalDate.parse(found.group(1), CENTURY)).format(CENTURY) + "<");
    }

    private LocalDate move(LocalDate date) {
        return date.plusDays(ChronoUnit.DAYS.between(SAMPLE_DAY, today));
    }

    private String read(String name) {
        try {
            return Files.readString(examples.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replace(String text, String pattern, String replacement) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the sample no longer contains " + pattern);
        }
        return matcher.replaceAll(replacement);
    }

    private static String require(String text, String part) {
        if (!text.contains(part)) {
            throw new IllegalStateException("the sample no longer contains " + part);
        }
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
