package org.tegata.rules.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of an XSD, read strictly: what is not asked for must not be there. */
record XsdElement(Element node) {

    /** Something in a schema that we do not understand, and so must not pass over. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(Element where, String what) {
            super(where.getOwnerDocument().getDocumentURI() + ": " + what + " in <" + where.getNodeName() + " name=\""
                    + where.getAttribute("name") + "\">");
        }
    }

    String kind() {
        return node.getLocalName();
    }

    NotUnderstood notUnderstood(String what) {
        return new NotUnderstood(node, what);
    }

    @Nullable
    String attribute(String name) {
        return node.hasAttribute(name) ? node.getAttribute(name) : null;
    }

    String required(String name) {
        var value = attribute(name);
        if (value == null) {
            throw notUnderstood("no attribute " + name);
        }
        return value;
    }

    /** Refuses attributes that are not named here. */
    XsdElement onlyAttributes(String... names) {
        var known = Set.of(names);
        var attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            boolean declaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            if (!declaration && (attribute.getNamespaceURI() != null || !known.contains(attribute.getNodeName()))) {
                throw notUnderstood("attribute " + attribute.getNodeName());
            }
        }
        return this;
    }

    /** The children but for annotations; refuses any that is not one of these kinds, and text. */
    List<XsdElement> children(String... kinds) {
        var known = Set.of(kinds);
        var children = new ArrayList<XsdElement>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                boolean ours = XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(element.getNamespaceURI());
                if (ours && known.contains(element.getLocalName())) {
                    children.add(new XsdElement(element));
                } else if (!ours || !element.getLocalName().equals("annotation")) {
                    throw notUnderstood("<" + element.getNodeName() + ">");
                }
            } else if (child.getNodeType() != Node.COMMENT_NODE
                    && !child.getTextContent().isBlank()) {
                throw notUnderstood("text");
            }
        }
        return children;
    }

    /** The one child, of one of these kinds. */
    XsdElement child(String... kinds) {
        var children = children(kinds);
        if (children.size() != 1) {
            throw notUnderstood(children.size() + " of " + List.of(kinds) + " where one is expected");
        }
        return children.get(0);
    }

    void noChildren() {
        children();
    }

    /** The name that an attribute tells by prefix. */
    QName reference(String attribute) {
        String written = required(attribute);
        int colon = written.indexOf(':');
        String namespace = node.lookupNamespaceURI(colon < 0 ? null : written.substring(0, colon));
        if (namespace == null) {
            throw notUnderstood("no namespace for " + written);
        }
        return new QName(namespace, written.substring(colon + 1));
    }

    int count(String attribute, int otherwise) {
        var written = attribute(attribute);
        if (written == null) {
            return otherwise;
        }
        return written.equals("unbounded") ? Particle.UNBOUNDED : Integer.parseInt(written);
    }
}
