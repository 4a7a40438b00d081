package org.tegata.rules.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The official schema and stylesheets without what phive adds around them: several times faster, for many documents.
 *
 * <p>That it says the same as {@link PhiveOracle} is a test of its own.
 */
public final class XsltOracle implements Referee {

    private static final String SCHEMA = "external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";
    private static final SAXParserFactory PARSERS = namespaceAwareParsers();
    private static final Processor SAXON = quietSaxon();
    private static final Schema D16B = schema();
    private static final Map<Edition, XsltOracle> OF = new EnumMap<>(Edition.class);
    private static final Map<String, XsltExecutable> COMPILED = new HashMap<>();
    private static final Map<String, XsltExecutable> LENIENT = new HashMap<>();

    private final Edition edition;
    private final List<XsltExecutable> steps;

    private XsltOracle(Edition edition, List<XsltExecutable> steps) {
        this.edition = edition;
        this.steps = steps;
    }

    /** The judge of an edition; compiled once. */
    public static synchronized XsltOracle of(Edition edition) {
        return OF.computeIfAbsent(
                edition,
                one -> new XsltOracle(
                        one,
                        one.stylesheets().stream()
                                .map(sheet -> COMPILED.computeIfAbsent(sheet, XsltOracle::asPublished))
                                .toList()));
    }

    @Override
    public Ruling judge(byte[] xml) {
        XdmNode document;
        try {
            document = read(xml);
        } catch (SaxonApiException notXml) {
            return Ruling.of(Ruling.Outcome.UNREADABLE);
        }
        if (!keepsToSchema(xml)) {
            return Ruling.of(Ruling.Outcome.SCHEMA_BROKEN);
        }
        var fired = new TreeSet<String>();
        boolean aborted = false;
        for (XsltExecutable step : steps) {
            try {
                fired.addAll(report(step, document).fired);
            } catch (SaxonApiException typeError) {
                aborted = true;
            }
        }
        return aborted ? Ruling.aborted(fired) : Ruling.judged(fired);
    }

    /**
     * What is left where the artefact aborts, when each assertion is tried on its own.
     *
     * @param fired what failed
     * @param undecided ids of the rules that broke down
     */
    public record Rest(SortedSet<String> fired, Set<String> undecided) {}

    /** The verdict on a document that makes the artefact abort, of all the rules that do not. */
    public Rest rest(byte[] xml) {
        var fired = new TreeSet<String>();
        var undecided = new TreeSet<String>();
        try {
            var document = read(xml);
            for (String sheet : edition.stylesheets()) {
                var report = report(lenient(sheet), document);
                fired.addAll(report.fired);
                undecided.addAll(report.undecided);
            }
        } catch (SaxonApiException abortedAnyway) {
            throw new IllegalStateException(abortedAnyway);
        }
        return new Rest(fired, undecided);
    }

    private static XsltExecutable lenient(String sheet) {
        synchronized (LENIENT) {
            return LENIENT.computeIfAbsent(sheet, one -> compiled(LenientStylesheet.of(resource(one))));
        }
    }

    private SvrlReader report(XsltExecutable step, XdmNode document) throws SaxonApiException {
        var svrl = new SvrlReader(edition);
        var transformer = step.load30();
        transformer.setErrorReporter(error -> {});
        transformer.transform(document.asSource(), new SAXDestination(svrl));
        return svrl;
    }

    private static XdmNode read(byte[] xml) throws SaxonApiException {
        try {
            var reader = PARSERS.newSAXParser().getXMLReader();
            // else the parser prints what is wrong
            reader.setErrorHandler(new FirstError());
            return SAXON.newDocumentBuilder()
                    .build(new SAXSource(reader, new InputSource(new ByteArrayInputStream(xml))));
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SAXParserFactory namespaceAwareParsers() {
        var factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory;
    }

    private static boolean keepsToSchema(byte[] xml) {
        var validator = D16B.newValidator();
        validator.setErrorHandler(new FirstError());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
            return true;
        } catch (SAXException broken) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Every rule that the edition's stylesheets know, with its severity. */
    public static List<String> rulesOf(Edition edition) {
        var rules = new ArrayList<String>();
        for (String sheet : edition.stylesheets()) {
            var handler = new SvrlReader(edition);
            try {
                var node = SAXON.newDocumentBuilder()
                        .build(new StreamSource(resource(sheet).toString()));
                var selector = SAXON.newXPathCompiler();
                selector.declareNamespace("xsl", "http://www.w3.org/1999/XSL/Transform");
                selector.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
                for (var found : selector.evaluate("//svrl:failed-assert", node)) {
                    String id = selector.evaluateSingle("string(xsl:attribute[@name='id'])", found)
                            .getStringValue();
                    String flag = selector.evaluateSingle("string(xsl:attribute[@name='flag'])", found)
                            .getStringValue();
                    handler.note(id, flag);
                }
            } catch (SaxonApiException broken) {
                throw new IllegalStateException(broken);
            }
            rules.addAll(handler.fired);
        }
        return rules;
    }

    private static XsltExecutable asPublished(String sheet) {
        return compiled(new StreamSource(resource(sheet).toString()));
    }

    private static XsltExecutable compiled(Source sheet) {
        try {
            var compiler = SAXON.newXsltCompiler();
            compiler.setErrorReporter(error -> {});
            return compiler.compile(sheet);
        } catch (SaxonApiException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** It would print every complaint of the parser. */
    private static Processor quietSaxon() {
        var saxon = new Processor(false);
        saxon.getUnderlyingConfiguration().setErrorReporterFactory(configuration -> error -> {});
        return saxon;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(SCHEMA));
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(XsltOracle.class.getClassLoader().getResource(name), name);
    }

    private static final class FirstError extends DefaultHandler {
        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }

    /** Picks the failed assertions out of a Schematron report as it is written. */
    private static final class SvrlReader extends DefaultHandler {

        private final Edition edition;
        private final TreeSet<String> fired = new TreeSet<>();
        private final TreeSet<String> undecided = new TreeSet<>();

        SvrlReader(Edition edition) {
            this.edition = edition;
        }

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            if (local.equals("failed-assert") || local.equals("successful-report")) {
                note(attributes.getValue("id"), attributes.getValue("flag"));
            }
        }

        void note(String id, String flag) {
            if (flag.equals(LenientStylesheet.UNDECIDED)) {
                undecided.add(id);
            } else {
                fired.add(Ruling.fired(id, edition.severity(id, flag)));
            }
        }
    }
}
