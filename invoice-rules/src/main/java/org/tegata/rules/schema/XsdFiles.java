package org.tegata.rules.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What an XSD and those that it imports declare at their top. */
final class XsdFiles {

    private final Map<QName, XsdElement> types = new HashMap<>();
    private final Set<Path> read = new HashSet<>();
    private final DocumentBuilder parser;
    private final XsdElement root;
    private final String rootNamespace;

    XsdFiles(Path main) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        this.parser = factory.newDocumentBuilder();
        Element schema = parse(main, null);
        var elements = new XsdElement(schema)
                .children("import", "complexType", "simpleType", "element").stream()
                        .filter(child -> child.kind().equals("element"))
                        .toList();
        if (elements.size() != 1) {
            throw new XsdElement(schema).notUnderstood(elements.size() + " root elements");
        }
        this.root = elements.get(0);
        this.rootNamespace = schema.getAttribute("targetNamespace");
    }

    XsdElement root() {
        return root;
    }

    String rootNamespace() {
        return rootNamespace;
    }

    /** The complexType or simpleType of that name, wherever it is declared. */
    XsdElement type(QName name, XsdElement from) {
        var type = types.get(name);
        if (type == null) {
            throw from.notUnderstood("no type " + name);
        }
        return type;
    }

    private Element parse(Path file, @Nullable String namespace) throws IOException, SAXException {
        read.add(file);
        Element node = parser.parse(file.toFile()).getDocumentElement();
        var schema = new XsdElement(node).onlyAttributes("targetNamespace", "elementFormDefault", "version");
        String target = schema.required("targetNamespace");
        if (!schema.required("elementFormDefault").equals("qualified")
                || (namespace != null && !namespace.equals(target))) {
            throw schema.notUnderstood("another form or namespace");
        }
        for (XsdElement child : schema.children("import", "complexType", "simpleType", "element")) {
            switch (child.kind()) {
                case "import" -> follow(file, child);
                case "element" -> {
                    if (namespace != null) {
                        throw schema.notUnderstood("a root element in an imported schema");
                    }
                }
                default -> {
                    if (types.put(new QName(target, child.required("name")), child) != null) {
                        throw child.notUnderstood("a second type of this name");
                    }
                }
            }
        }
        return node;
    }

    private void follow(Path from, XsdElement imported) throws IOException, SAXException {
        imported.onlyAttributes("namespace", "schemaLocation").noChildren();
        Path file = from.resolveSibling(imported.required("schemaLocation")).normalize();
        if (!read.contains(file)) {
            parse(file, imported.required("namespace"));
        }
    }
}
