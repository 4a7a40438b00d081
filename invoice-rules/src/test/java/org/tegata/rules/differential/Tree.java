package org.tegata.rules.differential;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An invoice that can be changed at will: elements by the standard's prefixes, attributes, text. */
final class Tree {

    static final Map<String, String> PREFIXES = Map.of(
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "rsm",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", "ram",
            "urn:un:unece:uncefact:data:standard:QualifiedDataType:100", "qdt",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", "udt");

    String name;
    Tree parent;
    String text = "";
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Tree> children = new ArrayList<>();

    Tree(String name) {
        this.name = name;
    }

    Tree(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** The elements of a document; comments, white space between elements and schema locations are dropped. */
    static Tree parse(byte[] xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            var root = read(reader);
            reader.close();
            return root;
        } catch (XMLStreamException notXml) {
            throw new IllegalArgumentException(notXml);
        }
    }

    private static Tree read(XMLStreamReader reader) throws XMLStreamException {
        var tree = new Tree(PREFIXES.get(reader.getNamespaceURI()) + ':' + reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))) {
                tree.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> tree.add(read(reader));
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    tree.text = tree.children.isEmpty() ? text.toString() : "";
                    return tree;
                }
                default -> {
                    // comments and the like say nothing
                }
            }
        }
    }

    Tree add(Tree child) {
        return add(children.size(), child);
    }

    Tree add(int at, Tree child) {
        child.parent = this;
        children.add(at, child);
        return child;
    }

    void remove() {
        if (parent != null) {
            parent.children.remove(index());
            parent = null;
        }
    }

    /** Which of its parent's children it is, from 0. */
    int index() {
        for (int i = 0; i < parent.children.size(); i++) {
            if (parent.children.get(i) == this) {
                return i;
            }
        }
        throw new IllegalStateException(name + " is not a child of its parent");
    }

    Tree copy() {
        var copy = new Tree(name, text);
        copy.attributes.putAll(attributes);
        children.forEach(child -> copy.add(child.copy()));
        return copy;
    }

    /** The same element in a copy of the whole document. */
    Tree inCopyOf(Tree root) {
        return parent == null ? root : parent.inCopyOf(root).children.get(index());
    }

    void each(Consumer<Tree> action) {
        action.accept(this);
        children.forEach(child -> child.each(action));
    }

    List<Tree> all() {
        var all = new ArrayList<Tree>();
        each(all::add);
        return all;
    }

    boolean leaf() {
        return children.isEmpty();
    }

    /** The names on the way from the root, such as {@code /rsm:CrossIndustryInvoice/rsm:ExchangedDocument}. */
    String path() {
        return (parent == null ? "" : parent.path()) + '/' + name;
    }

    byte[] xml() {
        return Rendering.PLAIN.render(this);
    }
}
