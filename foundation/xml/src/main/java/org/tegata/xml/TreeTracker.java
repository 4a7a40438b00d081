package org.tegata.xml;

import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Stands between parser and validator and builds the tree of what passes; knows which element is open. */
final class TreeTracker extends XMLFilterImpl {

    private final StringBuilder text = new StringBuilder();
    private @Nullable XmlElement root;
    private @Nullable XmlElement open;
    private @Nullable XmlElement lastClosed;
    private int depth;

    TreeTracker(XMLReader reader) {
        super(reader);
    }

    /** What the parser itself finds is fatal or nothing: faults are the schema's to tell. */
    @Override
    public void setErrorHandler(ErrorHandler ofTheValidator) {
        super.setErrorHandler(new FatalOnly());
    }

    /** The XPath of the element at hand, with positions: {@code /rsm:Invoice[1]/ram:Line[2]}. */
    String path() {
        if (open != null) {
            return open.path();
        }
        return lastClosed == null ? "/" : lastClosed.path();
    }

    XmlElement root() {
        if (root == null) {
            throw new IllegalStateException("nothing was read");
        }
        return root;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (++depth > SafeXml.MAX_DEPTH) {
            throw new Rejected(XmlProblem.XML_TOO_DEEP, "Elements are nested deeper than %d levels", SafeXml.MAX_DEPTH);
        }
        int colon = qName.indexOf(':');
        var element = new XmlElement(uri, colon < 0 ? "" : qName.substring(0, colon), localName);
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).isEmpty()) {
                element.attribute(attributes.getLocalName(i), attributes.getValue(i));
            }
        }
        if (open == null) {
            root = element;
        } else {
            open.add(element);
        }
        open = element;
        text.setLength(0);
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        // The validator first: what it misses at the end of an element belongs to that element.
        super.endElement(uri, localName, qName);
        depth--;
        var closed = open;
        if (closed != null) {
            if (closed.children().isEmpty()) {
                closed.text(text.toString());
            }
            lastClosed = closed;
            open = closed.parent();
        }
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        text.append(characters, start, length);
        super.characters(characters, start, length);
    }

    private static final class FatalOnly implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) {
            // Nothing that a parser warns of changes the document.
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}
