package org.tegata.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.problem.Severity;
import org.tegata.problem.ValidationReport;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks bytes against one document type's XML schema. Thread-safe; the schema is compiled once.
 *
 * <p>Schema faults are findings, each with the XPath of the element and the rule of XML Schema 1.0 that it breaks (such
 * as {@code cvc-complex-type.2.4.a}). Bytes that are not well-formed XML, or that carry a document type declaration,
 * are refused.
 */
public final class SchemaCheck {

    /** More findings than this say nothing new. */
    public static final int MAX_FINDINGS = 1_000;

    private static final Pattern XSD_RULE = Pattern.compile("^([a-zA-Z-]+[a-zA-Z0-9.-]*): (.*)$", Pattern.DOTALL);

    private final String ruleSet;
    private final Schema schema;

    private SchemaCheck(String ruleSet, Schema schema) {
        this.ruleSet = ruleSet;
        this.schema = schema;
    }

    /**
     * Compiles the schema found on the class path beside {@code anchor}; what it includes is read from there alone.
     *
     * @param rootXsd absolute resource name, such as {@code /xsd/d22b/CrossIndustryInvoice_100pD22B.xsd}
     */
    public static SchemaCheck load(String ruleSet, Class<?> anchor, String rootXsd) {
        URL root = anchor.getResource(rootXsd);
        if (root == null) {
            throw new IllegalArgumentException("no schema on the class path: " + rootXsd);
        }
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setResourceResolver(new ClassPathSchemas(anchor, rootXsd));
            return new SchemaCheck(ruleSet, factory.newSchema(ClassPathSchemas.source(root)));
        } catch (SAXException | IOException broken) {
            throw new IllegalStateException("the schema does not load: " + rootXsd, broken);
        }
    }

    /** What was read, and what the schema says of it. */
    public record Checked(ValidationReport report, XmlElement root) {}

    /** All schema faults in the order they stand in the document; refuses what is not safe, well-formed XML. */
    public ValidationReport check(byte[] xml) {
        return read(xml).report();
    }

    /** The same with the document as a tree, in one pass. */
    public Checked read(byte[] xml) {
        var findings = new ArrayList<Finding>();
        var validator = schema.newValidator();
        var tracker = new TreeTracker(SafeXml.pushReader());
        validator.setErrorHandler(new Collector(findings, tracker));
        try {
            validator.validate(new SAXSource(tracker, new InputSource(new ByteArrayInputStream(xml))));
        } catch (SAXException | IOException unreadable) {
            throw refusal(unreadable);
        }
        return new Checked(new ValidationReport(ruleSet, findings), tracker.root());
    }

    private static Rejected refusal(Exception unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected refused) {
                return refused;
            }
        }
        String message = String.valueOf(unreadable.getMessage());
        if (message.contains("DOCTYPE") || message.contains("JAXP0001") || message.contains("not declared")) {
            return new Rejected(XmlProblem.XML_FORBIDDEN_CONSTRUCT, XmlProblem.XML_FORBIDDEN_CONSTRUCT.title());
        }
        if (unreadable instanceof SAXParseException at && at.getLineNumber() > 0) {
            return new Rejected(
                    XmlProblem.XML_MALFORMED,
                    "Not well-formed at line %d, column %d",
                    at.getLineNumber(),
                    at.getColumnNumber());
        }
        return new Rejected(XmlProblem.XML_MALFORMED, XmlProblem.XML_MALFORMED.title());
    }

    private record Collector(List<Finding> findings, TreeTracker tracker) implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) {
            // XML Schema processors warn about schemas, not about instances.
        }

        @Override
        public void error(SAXParseException fault) {
            if (findings.size() < MAX_FINDINGS) {
                var matcher = XSD_RULE.matcher(String.valueOf(fault.getMessage()));
                boolean named = matcher.matches();
                findings.add(new Finding(
                        named ? matcher.group(1) : "xsd",
                        Severity.ERROR,
                        tracker.path(),
                        named ? matcher.group(2) : String.valueOf(fault.getMessage())));
            }
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
