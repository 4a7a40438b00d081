package org.tegata.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Passes a parse on to a validator while it keeps the XPath of the element that is open. */
final class PathTracker extends DefaultHandler {

    private final ValidatorHandler validator;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable String lastClosed;

    PathTracker(ValidatorHandler validator) {
        this.validator = validator;
        levels.push(new Level(""));
    }

    /** The XPath of the element at hand, with positions: {@code /rsm:Invoice[1]/ram:Line[2]}. */
    String path() {
        String path = levels.getFirst().path;
        return path.isEmpty() ? (lastClosed == null ? "/" : lastClosed) : path;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (levels.size() > SafeXml.MAX_DEPTH) {
            throw new Rejected(XmlProblem.XML_TOO_DEEP, "Elements are nested deeper than %d levels", SafeXml.MAX_DEPTH);
        }
        var parent = levels.getFirst();
        int position = parent.children.merge(qName, 1, Integer::sum);
        levels.push(new Level(parent.path + "/" + qName + "[" + position + "]"));
        validator.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        // The validator first: what it misses at the end of an element belongs to that element.
        validator.endElement(uri, localName, qName);
        lastClosed = levels.pop().path;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        validator.characters(text, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        validator.ignorableWhitespace(text, start, length);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator.startPrefixMapping(prefix, uri);
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        validator.endPrefixMapping(prefix);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        validator.endDocument();
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        validator.setDocumentLocator(locator);
    }

    private static final class Level {
        private final String path;
        private final Map<String, Integer> children = new HashMap<>();

        Level(String path) {
            this.path = path;
        }
    }
}
