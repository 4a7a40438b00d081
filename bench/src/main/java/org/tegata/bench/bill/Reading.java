package org.tegata.bench.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.measure.Turns;
import org.tegata.bench.measure.Turns.Contender;
import org.tegata.bill.BillReader;
import org.tegata.bill.BillReading;
import org.tegata.bill.mapping.BillMapping;
import org.tegata.bill.xml.BillSchema;
import org.tegata.xml.XmlElement;
import org.xml.sax.SAXException;

/** CPU time of reading, judging and mapping in one warm thread, in turns with the JDK's schema validator alone. */
final class Reading {
    /** The bill that the promise is about. */
    static final int CONTAINERS = 50;

    private static final double MILLIS_PROMISED = 2;
    private static final double RATIO_PROMISED = 0.5;
    private static final Path EVERY_ELEMENT =
            Path.of(System.getProperty("tegata.home", "."), "bill-document/src/test/resources/every-element.xml");
    private static final int[] SIZES = {1, 10, 50, 500, 5_000};

    private final Figures figures;
    private final boolean quick;
    private final BillReader reader = new BillReader();
    private final BillMapping mapping = BillMapping.load(BillSchema.load());
    private final SchemaAnchor anchor = new SchemaAnchor();

    /** Keeps what is read from being optimised away. */
    static volatile int sink;

    Reading(Figures figures, boolean quick) throws SAXException {
        this.figures = figures;
        this.quick = quick;
    }

    void run() throws IOException {
        Languages ordinary = bothLanguages(new GeneratedBill("BENCH-50", CONTAINERS).bytes());
        figures.progress(
                "reading, judging and mapping a bill of " + CONTAINERS + " containers, " + ordinary.xml().length / 1000
                        + " kB of XML, " + ordinary.text().length() / 1000 + " kB of JSON");
        Turns turns = Turns.measure(contenders(ordinary), quick ? 11 : 31, quick ? 5 : 20);
        table(turns);
        double ours = turns.millis(0).median();
        figures.ratio("bill", turns.millis(1).median() / ours, RATIO_PROMISED);
        figures.atMost("read-and-map-50-containers-ms", ours, MILLIS_PROMISED);
        figures.context("schema-alone-50-containers-ms", turns.millis(1).median());
        figures.atMost("read-json-and-map-50-containers-ms", turns.millis(2).median(), MILLIS_PROMISED * 2);
        figures.context("xml-to-json-alone-50-containers-ms", turns.millis(3).median());
        figures.context("json-to-xml-alone-50-containers-ms", turns.millis(4).median());
        everyElement();
        scale();
    }

    /** The bill of the tests that has every element of the schema, which no bill has: schema and mapping. */
    private void everyElement() throws IOException {
        byte[] xml = Files.readAllBytes(EVERY_ELEMENT);
        if (reader.kept(xml).transportDocument() == null) {
            throw new IllegalStateException("the bill with every element is not valid by the schema");
        }
        figures.progress("the bill with every element, " + xml.length / 1000 + " kB: schema and mapping");
        Turns turns = Turns.measure(
                List.of(
                        new Contender(
                                "XML: schema, mapping",
                                () -> sink = size(
                                        Objects.requireNonNull(reader.kept(xml).transportDocument()))),
                        new Contender("XML: the JDK's schema alone", () -> sink = anchor.validate(xml))),
                quick ? 7 : 21,
                quick ? 1 : 5);
        table(turns);
        figures.context("every-element-ms", turns.millis(0).median());
        figures.context("every-element-ratio", turns.ratio(1).median());
    }

    /** A bill in both languages, and read. */
    private record Languages(byte[] xml, XmlElement tree, JsonNode json, String text) {}

    /** Stops the run unless the bill is without fault in both languages and says the same in both. */
    private Languages bothLanguages(byte[] xml) {
        BillReading read = reader.xml(xml);
        requireFaultless(read);
        JsonNode json = Objects.requireNonNull(read.transportDocument());
        String text = json.toString();
        BillReading back = reader.transportDocument(text);
        requireFaultless(back);
        XmlElement tree = Objects.requireNonNull(read.document());
        JsonNode again = mapping.toJson(Objects.requireNonNull(back.document())).document();
        if (!again.equals(json)) {
            throw new IllegalStateException("XML and JSON do not say the same");
        }
        if (anchor.validate(xml) > 0) {
            throw new IllegalStateException("the anchor finds errors");
        }
        return new Languages(xml, tree, json, text);
    }

    private static void requireFaultless(BillReading bill) {
        if (!bill.valid() || !bill.report().findings().isEmpty()) {
            throw new IllegalStateException("the bill is not without fault: "
                    + bill.report().findings().stream().limit(5).toList());
        }
    }

    private List<Contender> contenders(Languages bill) {
        return List.of(
                new Contender("XML: schema, rules, mapping", () -> sink = read(bill.xml())),
                new Contender("XML: the JDK's schema alone", () -> sink = anchor.validate(bill.xml())),
                new Contender("JSON: all of it, to XML", () -> sink = readJson(bill.text())),
                new Contender(
                        "mapping XML to JSON alone",
                        () -> sink = size(mapping.toJson(bill.tree()).document())),
                new Contender(
                        "mapping JSON to XML alone",
                        () -> sink = size(mapping.toXml(bill.json()).document())));
    }

    private int read(byte[] xml) {
        return size(Objects.requireNonNull(reader.xml(xml).transportDocument()));
    }

    private int readJson(String json) {
        return size(Objects.requireNonNull(reader.transportDocument(json).document()));
    }

    private static int size(JsonNode document) {
        return document.size();
    }

    private static int size(XmlElement document) {
        return document.children().size();
    }

    private void table(Turns turns) {
        figures.row("%-30s %10s %18s %22s", "one bill, one warm core", "CPU us", "(p10-p90)", "to the first (p10-p90)");
        for (int i = 0; i < turns.contenders().size(); i++) {
            Distribution millis = turns.millis(i);
            Distribution ratio = turns.ratio(i);
            figures.row(
                    "%-30s %10.0f %18s %8.2f  (%.2f-%.2f)",
                    turns.contenders().get(i).name(),
                    millis.median() * 1000,
                    String.format("(%.0f-%.0f)", millis.p10() * 1000, millis.p90() * 1000),
                    ratio.median(),
                    ratio.p10(),
                    ratio.p90());
        }
    }

    /** Whether a container costs the same in a large bill: 1 is linear. */
    private void scale() {
        figures.progress("1 to 5,000 containers");
        List<Contender> contenders = new ArrayList<>();
        for (int containers : SIZES) {
            byte[] xml = new GeneratedBill("BENCH-" + containers, containers).bytes();
            requireFaultless(reader.xml(xml));
            contenders.add(new Contender(String.valueOf(containers), () -> sink = read(xml)));
        }
        Turns turns = Turns.measure(contenders, quick ? 5 : 11, quick ? 0.5 : 2);
        figures.row("%12s %12s %16s", "containers", "CPU ms", "us a container");
        double[] each = new double[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            double millis = turns.millis(i).median();
            each[i] = millis * 1000 / SIZES[i];
            figures.row("%,12d %12.2f %16.1f", SIZES[i], millis, each[i]);
        }
        figures.atMost("container-cost-500-to-50", each[3] / each[2], 1.3);
        figures.atMost("container-cost-5000-to-500", each[4] / each[3], 1.3);
    }
}
