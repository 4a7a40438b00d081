package org.tegata.rules.engine;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.schema.Base64Check;
import org.tegata.rules.schema.ElementType;
import org.tegata.rules.schema.ElementType.AttributeUse;
import org.tegata.rules.schema.ValueType;
import org.tegata.xml.SafeXml;

/** Walks one document from the first to the last byte: schema, chunks, rules. For one document and one thread. */
final class Reading {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    /**
     * After so many names that the schema does not know, a document that does not fit anyway is read no further: the
     * parser's time grows with the square of their number.
     */
    private static final int FOREIGN_NAMES_READ = 5_000;

    /** More namespaces than anybody declares at one element; each one above costs the parser as a foreign name does. */
    private static final int NAMESPACES = 32;

    private final Automaton automaton;
    private final Judge judge;
    private final SchemaFaults faults;
    private final Workspace workspace;
    private final Chunk rest;
    private final Chunk line;

    private Chunk chunk;
    private int depth;
    /** How many elements deep we are in what the schema does not know. */
    private int unknown;

    private int foreign;
    private int ordinal;
    private int lines;
    private @Nullable Base64Check binary;

    Reading(Automaton automaton, Workspace workspace, int limit) {
        this.automaton = automaton;
        this.workspace = workspace;
        this.rest = workspace.rest;
        this.line = workspace.line;
        this.chunk = rest;
        this.judge = new Judge(automaton, limit);
        this.faults = new SchemaFaults(limit);
    }

    Judge judge() {
        return judge;
    }

    /** What the schema finds; if it finds anything, the rules were not asked to the end. */
    SchemaFaults faults() {
        return faults;
    }

    /** Reads it all; refuses what is not safe, well-formed XML. */
    void read(InputStream xml) {
        var bytes = new GuardedBytes(xml);
        XMLStreamReader2 reader = null;
        try {
            reader = XmlInput.open(bytes);
            while (foreign < FOREIGN_NAMES_READ && reader.hasNext()) {
                event(reader, reader.next());
                bytes.event();
            }
            if (foreign >= FOREIGN_NAMES_READ && faults.none()) {
                throw XmlInput.tooLong();
            }
            if (bytes.noUtf8() && XmlInput.isUtf8(reader)) {
                throw XmlInput.malformed();
            }
        } catch (XMLStreamException fault) {
            throw bytes.endless() ? XmlInput.tooLong() : XmlInput.malformed(fault);
        } finally {
            XmlInput.close(reader);
        }
    }

    private void event(XMLStreamReader2 reader, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw XmlInput.forbidden();
            default -> {
                // Comments and processing instructions say nothing.
            }
        }
    }

    private void start(XMLStreamReader2 reader) {
        if (depth + unknown >= SafeXml.MAX_DEPTH) {
            throw XmlInput.tooDeep();
        }
        if (reader.getNamespaceCount() > 0) {
            namespaces(reader);
        }
        if (unknown > 0) {
            foreign += 1 + reader.getAttributeCount();
            unknown++;
            return;
        }
        Node node = depth == 0 ? rootNode(reader) : childNode(reader);
        if (node == null) {
            foreign += 1 + reader.getAttributeCount();
            unknown = 1;
            return;
        }
        open(node);
        if (reader.getAttributeCount() > 0 || node.requiredAttributes > 0) {
            attributes(reader, workspace.frame(depth - 1).part);
        }
    }

    private void namespaces(XMLStreamReader2 reader) {
        foreign += Math.max(0, reader.getNamespaceCount() - NAMESPACES);
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String uri = reader.getNamespaceURI(i);
            if (reader.getNamespacePrefix(i) != null && (uri == null || uri.isEmpty())) {
                // Namespaces in XML 1.0, section 5: a prefix cannot be undeclared; the parser lets it pass.
                throw XmlInput.malformed();
            }
        }
    }

    private @Nullable Node rootNode(XMLStreamReader2 reader) {
        Node root = automaton.root();
        if (root.name.local().equals(reader.getLocalName())
                && root.name.namespace().equals(reader.getNamespaceURI())) {
            return root;
        }
        faults.root(written(reader), root.name);
        return null;
    }

    private @Nullable Node childNode(XMLStreamReader2 reader) {
        Frame frame = workspace.frame(depth - 1);
        Node parent = frame.part.node;
        if (parent.type.value() != null) {
            faults.at(
                    frame.part,
                    ordinal,
                    "cvc-complex-type.2.2",
                    parent.name + " has a value, not elements",
                    parent.name + " は値を持つ要素で、子要素を置けません",
                    written(reader),
                    null);
            return null;
        }
        String namespace = reader.getNamespaceURI();
        int particle = parent.children.find(namespace == null ? "" : namespace, reader.getLocalName());
        var fault = frame.child(particle, particle < 0 ? written(reader) : name(parent, particle));
        if (fault != null) {
            faults.at(frame.part, ordinal, fault, written(reader));
        }
        return particle < 0 ? null : parent.below(particle, automaton);
    }

    private static String name(Node parent, int particle) {
        return parent.type.particles().get(particle).name().toString();
    }

    private static String written(XMLStreamReader2 reader) {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    private void open(Node node) {
        Part above = depth == 0 ? null : workspace.frame(depth - 1).part;
        if (node.line) {
            line.clear();
            chunk = line;
        }
        Part part = chunk.open(node, above, ordinal++);
        if (node.line) {
            part.position = ++lines;
        } else if (above != null) {
            part.link(above);
        }
        workspace.frame(depth++).open(part);
        ValueType value = node.type.value();
        binary = value != null && value.binary() ? new Base64Check() : null;
    }

    private void attributes(XMLStreamReader2 reader, Part part) {
        ElementType type = part.node.type;
        int required = 0;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            if (XSI.equals(namespace)) {
                instanceAttribute(reader, part, name, reader.getAttributeValue(i));
                continue;
            }
            AttributeUse use = namespace == null || namespace.isEmpty() ? type.attribute(name) : null;
            if (use == null) {
                foreign++;
                faults.attribute(part, "cvc-complex-type.3.2.2", name);
                continue;
            }
            if (use.required()) {
                required++;
            }
            String value = reader.getAttributeValue(i);
            String fault = use.type().fault(value);
            if (fault != null) {
                faults.attributeValue(part, fault, name, value, use.type());
            }
            chunk.attribute(part, name, value);
        }
        if (required < part.node.requiredAttributes) {
            faults.missingAttributes(part);
        }
    }

    private void instanceAttribute(XMLStreamReader2 reader, Part part, String name, String value) {
        switch (name) {
            // Hints where a schema might be found: never followed.
            case "schemaLocation", "noNamespaceSchemaLocation" -> {}
            case "nil" -> faults.attribute(part, "cvc-elt.3.1", "xsi:nil");
            case "type" -> {
                if (!declaredType(reader, part, value.strip())) {
                    faults.attribute(part, "cvc-elt.4.3", "xsi:type");
                }
            }
            default -> faults.attribute(part, "cvc-complex-type.3.2.2", "xsi:" + name);
        }
    }

    private static boolean declaredType(XMLStreamReader2 reader, Part part, String written) {
        int colon = written.indexOf(':');
        String namespace = reader.getNamespaceContext().getNamespaceURI(colon < 0 ? "" : written.substring(0, colon));
        return part.node.type.is(namespace, written.substring(colon + 1));
    }

    private void text(char[] characters, int start, int length) {
        if (unknown > 0 || depth == 0) {
            return;
        }
        Part part = workspace.frame(depth - 1).part;
        if (!part.filled && !blank(characters, start, length)) {
            part.filled = true;
            if (part.node.type.value() == null) {
                faults.text(part, ordinal);
            }
        }
        if (binary != null) {
            binary.accept(characters, start, length);
        } else if (part.node.type.value() != null) {
            chunk.append(part, characters, start, length);
        }
    }

    private static boolean blank(char[] characters, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (characters[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    private void end() {
        if (unknown > 0) {
            unknown--;
            return;
        }
        Frame frame = workspace.frame(--depth);
        Part part = frame.part;
        ValueType value = part.node.type.value();
        if (value == null) {
            var missing = frame.end();
            if (missing != null) {
                faults.at(part, part.ordinal, missing, null);
            }
        } else {
            value(part, value);
        }
        if (part.node.line) {
            if (faults.none()) {
                judge.line(line);
            }
            chunk = rest;
        } else if (depth == 0 && faults.none()) {
            judge.end(rest);
        }
    }

    private void value(Part part, ValueType value) {
        String fault;
        if (binary != null) {
            fault = binary.end() ? null : ValueType.NOT_OF_THE_TYPE;
            binary = null;
        } else {
            fault = value.fault(chunk.characters(), part.textStart, part.textEnd - part.textStart);
        }
        if (fault != null) {
            faults.value(part, fault, value);
        }
    }
}
