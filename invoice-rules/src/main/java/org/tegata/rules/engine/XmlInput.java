package org.tegata.rules.engine;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.xml.XmlProblem;

/** Opens XML as a stream: no document type, no entities, nothing fetched. */
final class XmlInput {

    private static final InputFactoryImpl FACTORY = factory();

    private XmlInput() {}

    static XMLStreamReader2 open(InputStream xml) throws XMLStreamException {
        var reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(xml);
        String declared = String.valueOf(reader.getCharacterEncodingScheme()).toUpperCase(Locale.ROOT);
        // Encodings with states hide markup from those who look at bytes, GuardedBytes among them.
        if (declared.contains("2022") || declared.startsWith("HZ") || declared.contains("JISAUTODETECT")) {
            throw new XMLStreamException("Unsupported encoding");
        }
        return reader;
    }

    static void close(@Nullable XMLStreamReader2 reader) {
        try {
            if (reader != null) {
                // Gives its buffers back to the factory for the next document.
                reader.closeCompletely();
            }
        } catch (XMLStreamException already) {
            // It was read to its end or refused; nothing depends on how it closes.
        }
    }

    private static InputFactoryImpl factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // A fault in a text is to be met where it stands, as a checked exception.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, true);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, true);
        return factory;
    }

    static Rejected malformed(XMLStreamException fault) {
        if (String.valueOf(fault.getMessage()).startsWith("Unexpanded ENTITY_REFERENCE")) {
            return forbidden();
        }
        var at = fault.getLocation();
        if (at != null && at.getLineNumber() > 0) {
            return new Rejected(
                    XmlProblem.XML_MALFORMED,
                    "Not well-formed at line %d, column %d",
                    at.getLineNumber(),
                    at.getColumnNumber());
        }
        return malformed();
    }

    static Rejected malformed() {
        return new Rejected(XmlProblem.XML_MALFORMED, XmlProblem.XML_MALFORMED.title());
    }

    static boolean isUtf8(XMLStreamReader2 reader) {
        return "UTF-8".equalsIgnoreCase(reader.getEncoding());
    }

    static Rejected forbidden() {
        return new Rejected(XmlProblem.XML_FORBIDDEN_CONSTRUCT, XmlProblem.XML_FORBIDDEN_CONSTRUCT.title());
    }

    static Rejected tooLong() {
        return new Rejected(XmlProblem.XML_TOO_LONG, XmlProblem.XML_TOO_LONG.title());
    }

    static Rejected tooDeep() {
        return new Rejected(XmlProblem.XML_TOO_DEEP, XmlProblem.XML_TOO_DEEP.title());
    }
}
