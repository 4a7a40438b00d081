package org.tegata.xml;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tegata.problem.Rejected;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The only two ways to open XML in Tegata, both without DTD, entities or network (OWASP XXE prevention). */
public final class SafeXml {

    /** Deepest element nesting that is read; the deepest official sample has 12. */
    public static final int MAX_DEPTH = 64;

    static {
        // The JDK words XML faults in the JVM's language and has no setting for it: findings must read the same on
        // every machine, and refusals are told apart by these words.
        Locale.setDefault(Locale.ENGLISH);
    }

    private static final XMLInputFactory STAX = stax();
    private static final SAXParserFactory SAX = sax();

    private SafeXml() {}

    /** A pull reader over bytes that {@link SchemaCheck} has accepted before, as JAXB needs it. */
    public static XMLStreamReader reader(byte[] xml) {
        try {
            synchronized (STAX) {
                return STAX.createXMLStreamReader(new ByteArrayInputStream(xml));
            }
        } catch (XMLStreamException unreadable) {
            throw new Rejected(XmlProblem.XML_MALFORMED, "The XML cannot be opened");
        }
    }

    /** A namespace-aware push reader that refuses any document type declaration. */
    static XMLReader pushReader() {
        try {
            synchronized (SAX) {
                return SAX.newSAXParser().getXMLReader();
            }
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("the JDK's own parser is missing", impossible);
        }
    }

    private static XMLInputFactory stax() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static SAXParserFactory sax() {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setXIncludeAware(false);
            return factory;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("the JDK's own parser lacks a safety feature", impossible);
        }
    }
}
