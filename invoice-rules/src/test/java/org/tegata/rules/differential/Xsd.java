package org.tegata.rules.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the D16B schema allows, read straight from its files: independent of the tables that the engine uses. */
final class Xsd {

    static final Xsd D16B = new Xsd();

    private static final String FOLDER = "external/schemas/d16b/data/standard/CrossIndustryInvoice_";

    /** A child that a type allows; how often at most matters only as once or often. */
    record Child(String name, String type, boolean required, boolean repeats) {}

    /** A type: children in order (or one of them), or a text of a built-in type; attributes and what they must be. */
    record Type(boolean choice, List<Child> children, String builtIn, Map<String, String> attributes) {

        boolean simple() {
            return children.isEmpty();
        }
    }

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, String> simpleTypes = new HashMap<>();
    private final Map<String, Element> declared = new LinkedHashMap<>();

    private Xsd() {
        for (String file : List.of(
                "100pD16B",
                "QualifiedDataType_100pD16B",
                "UnqualifiedDataType_100pD16B",
                "ReusableAggregateBusinessInformationEntity_100pD16B")) {
            read(FOLDER + file + ".xsd");
        }
        declared.forEach((name, element) -> types.put(name, type(element, name)));
    }

    private void read(String file) {
        try (var in = Objects.requireNonNull(Xsd.class.getClassLoader().getResourceAsStream(file), file)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var schema = factory.newDocumentBuilder().parse(in).getDocumentElement();
            String prefix = Tree.PREFIXES.get(schema.getAttribute("targetNamespace")) + ':';
            for (Element type : elements(schema)) {
                if (type.getLocalName().equals("complexType")) {
                    declared.put(prefix + type.getAttribute("name"), type);
                } else if (type.getLocalName().equals("simpleType")) {
                    var restriction = elements(type).get(0);
                    simpleTypes.put(prefix + type.getAttribute("name"), restriction.getAttribute("base"));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Type type(Element declaration, String name) {
        String prefix = name.substring(0, name.indexOf(':') + 1);
        for (Element content : elements(declaration)) {
            if (content.getLocalName().equals("simpleContent")) {
                var extension = elements(content).get(0);
                return new Type(false, List.of(), builtIn(extension.getAttribute("base")), attributes(extension));
            }
            if (content.getLocalName().equals("sequence")
                    || content.getLocalName().equals("choice")) {
                var children = new ArrayList<Child>();
                for (Element child : elements(content)) {
                    children.add(child(child, prefix, name));
                }
                boolean choice = content.getLocalName().equals("choice");
                return new Type(choice, List.copyOf(children), "", attributes(declaration));
            }
        }
        return new Type(false, List.of(), "xsd:string", Map.of());
    }

    private Child child(Element element, String prefix, String owner) {
        String child = element.getAttribute("name");
        String type = element.getAttribute("type");
        if (type.isEmpty()) {
            type = owner + '/' + child;
            types.put(type, type(elements(element).get(0), type));
        } else if (type.startsWith("xsd:")) {
            types.putIfAbsent(type, new Type(false, List.of(), type, Map.of()));
        }
        return new Child(
                prefix + child,
                type,
                !element.getAttribute("minOccurs").equals("0"),
                !element.getAttribute("maxOccurs").isEmpty()
                        && !element.getAttribute("maxOccurs").equals("1"));
    }

    private Map<String, String> attributes(Element owner) {
        var attributes = new LinkedHashMap<String, String>();
        for (Element attribute : elements(owner)) {
            if (attribute.getLocalName().equals("attribute")) {
                String fixed = attribute.getAttribute("fixed");
                attributes.put(
                        attribute.getAttribute("name"),
                        fixed.isEmpty() ? builtIn(attribute.getAttribute("type")) : "=" + fixed);
            }
        }
        return attributes;
    }

    private String builtIn(String type) {
        String found = type;
        while (!found.startsWith("xsd:")) {
            found = Objects.requireNonNull(simpleTypes.get(found), found);
        }
        return found;
    }

    private static List<Element> elements(Node parent) {
        var elements = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && !element.getLocalName().equals("annotation")) {
                elements.add(element);
            }
        }
        return elements;
    }

    Type type(String name) {
        return Objects.requireNonNull(types.get(name), name);
    }

    /** The type of an element by where it stands; null where the schema has no such place. */
    Type typeOf(Tree element) {
        if (element.parent == null) {
            return element.name.equals("rsm:CrossIndustryInvoice") ? type("rsm:CrossIndustryInvoiceType") : null;
        }
        var above = typeOf(element.parent);
        if (above == null) {
            return null;
        }
        for (Child child : above.children()) {
            if (child.name().equals(element.name)) {
                return type(child.type());
            }
        }
        return null;
    }

    /** Where a new child keeps the order of the schema: behind its equals and all that come before. */
    static int placeFor(Tree parent, Type type, Child child) {
        int rank = type.children().indexOf(child);
        int place = 0;
        for (int i = 0; i < parent.children.size(); i++) {
            String there = parent.children.get(i).name;
            for (int before = 0; before <= rank; before++) {
                if (type.children().get(before).name().equals(there)) {
                    place = i + 1;
                }
            }
        }
        return place;
    }

    /** The least that is valid there: what is required, and of a choice the first. */
    Tree smallest(Child child) {
        return fullest(child, 0);
    }

    /** Everything that is valid there, so many levels deep; below that the least. */
    Tree fullest(Child child, int levels) {
        var type = type(child.type());
        var tree = new Tree(child.name());
        if (type.simple()) {
            tree.text = Values.plausible(child.name(), type.builtIn());
        } else if (type.choice()) {
            tree.add(fullest(type.children().get(0), 0));
        } else {
            for (Child below : type.children()) {
                if (levels > 0 || below.required()) {
                    tree.add(fullest(below, levels - 1));
                }
            }
        }
        return tree;
    }
}
