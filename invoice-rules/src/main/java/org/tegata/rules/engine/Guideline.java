package org.tegata.rules.engine;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.tegata.rules.document.Name;

/** Reads by which specification a document was made (EN 16931 BT-24), from its first elements alone. */
public final class Guideline {

    /** Where it stands, from the root down. */
    private static final List<Name> WAY = List.of(
            Name.of("rsm:CrossIndustryInvoice"),
            Name.of("rsm:ExchangedDocumentContext"),
            Name.of("ram:GuidelineSpecifiedDocumentContextParameter"),
            Name.of("ram:ID"));

    /** It is in the first child of the root; who looks further than this is led astray. */
    private static final int ELEMENTS_READ = 200;

    private static final int LONGEST = 500;

    private Guideline() {}

    /** The identifier; empty where there is none, or where the bytes are not well-formed XML. */
    public static String of(InputStream xml) {
        XMLStreamReader2 reader = null;
        try {
            var bytes = new GuardedBytes(xml);
            reader = XmlInput.open(bytes);
            return find(reader, bytes);
        } catch (XMLStreamException malformed) {
            // The verdict will say so, and where.
            return "";
        } finally {
            XmlInput.close(reader);
        }
    }

    private static String find(XMLStreamReader2 reader, GuardedBytes bytes) throws XMLStreamException {
        int depth = 0;
        int onTheWay = 0;
        for (int elements = 0; elements < ELEMENTS_READ && reader.hasNext(); bytes.event()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                elements++;
                if (onTheWay == depth && is(WAY.get(depth), reader)) {
                    onTheWay++;
                    if (onTheWay == WAY.size()) {
                        return text(reader);
                    }
                }
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                onTheWay = Math.min(onTheWay, depth);
            }
        }
        return "";
    }

    private static boolean is(Name name, XMLStreamReader2 reader) {
        return name.local().equals(reader.getLocalName()) && name.namespace().equals(reader.getNamespaceURI());
    }

    /** As the rules read it: in whatever pieces, comments left out. */
    private static String text(XMLStreamReader2 reader) throws XMLStreamException {
        var text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            boolean written = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (written && text.length() < LONGEST) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString().strip();
    }
}
