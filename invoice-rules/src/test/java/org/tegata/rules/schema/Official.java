package org.tegata.rules.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** What the JDK's validator says of a document by the unmodified XSD files of a release. */
final class Official {

    static final Map<String, String> PREFIXES = Map.of(
            "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
            "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
            "xsd", XMLConstants.W3C_XML_SCHEMA_NS_URI,
            "xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);

    private static final Map<Release, ValidatorHandler> HANDLERS = new EnumMap<>(Release.class);

    private Official() {}

    /** Where the build has unpacked the main XSD of a release. */
    static Path main(Release release) {
        return Path.of(
                System.getProperty("basedir", "."),
                "target/xsd",
                release.name().toLowerCase(Locale.ROOT),
                "CrossIndustryInvoice_100p" + release + ".xsd");
    }

    private static synchronized ValidatorHandler handler(Release release) {
        return HANDLERS.computeIfAbsent(release, missing -> {
            try {
                return SchemaFactory.newDefaultInstance()
                        .newSchema(main(release).toFile())
                        .newValidatorHandler();
            } catch (SAXException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whether the document is valid. */
    static boolean fits(Release release, Tree document) {
        return faults(release, document).isEmpty();
    }

    /** The messages of the validator, each beginning with the rule that is broken. */
    static List<String> faults(Release release, Tree document) {
        var handler = handler(release);
        var faults = new ArrayList<String>();
        handler.setErrorHandler(new Noting(faults));
        try {
            handler.startDocument();
            for (var prefix : PREFIXES.entrySet()) {
                handler.startPrefixMapping(prefix.getKey(), prefix.getValue());
            }
            feed(handler, document);
            handler.endDocument();
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }

    private static void feed(ValidatorHandler handler, Tree element) throws SAXException {
        var attributes = new AttributesImpl();
        element.attributes.forEach((name, value) ->
                attributes.addAttribute(name.contains(":") ? uri(name) : "", local(name), name, "CDATA", value));
        handler.startElement(uri(element.name), local(element.name), element.name, attributes);
        char[] text = element.text.toCharArray();
        // In pieces, as parsers tell it.
        for (int start = 0; start < text.length; start += 7) {
            handler.characters(text, start, Math.min(7, text.length - start));
        }
        for (Tree child : element.children) {
            feed(handler, child);
        }
        handler.endElement(uri(element.name), local(element.name), element.name);
    }

    private static String uri(String name) {
        return PREFIXES.get(name.substring(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Goes on after errors. */
    private record Noting(List<String> faults) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Says nothing of validity.
        }

        @Override
        public void error(SAXParseException error) {
            faults.add(error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
