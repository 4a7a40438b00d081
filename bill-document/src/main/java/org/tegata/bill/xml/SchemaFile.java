package org.tegata.bill.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.SafeXml;

/** The types of one schema file, as far as the bill's schemas and those of UN/CEFACT use XML Schema. */
final class SchemaFile {

    final Map<String, RawType> types = new HashMap<>();
    final Map<String, String> imports = new HashMap<>();
    final Map<String, RawElement> roots = new HashMap<>();
    String namespace = "";

    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable StringBuilder documentation;

    /** A type as it is written; names are not resolved. */
    static final class RawType {
        final String name;
        final List<RawElement> elements = new ArrayList<>();
        final List<RawAttribute> attributes = new ArrayList<>();
        final List<String> allowed = new ArrayList<>();
        Name base = Name.NONE;
        String documentation = "";

        RawType(String name) {
            this.name = name;
        }
    }

    /** An element as it is written; {@code inline} is its type if that has no name. */
    static final class RawElement {
        final String name;
        final Name type;
        final int min;
        final int max;

        @Nullable
        RawType inline;

        String documentation = "";

        RawElement(String name, Name type, int min, int max) {
            this.name = name;
            this.type = type;
            this.min = min;
            this.max = max;
        }
    }

    record RawAttribute(String name, Name type, @Nullable String fixed) {}

    /** The name of a type. */
    record Name(String namespace, String local) {
        static final Name NONE = new Name("", "");
    }

    private SchemaFile() {}

    /** Reads a schema that lies on the class path. */
    static SchemaFile read(String resource) {
        var file = new SchemaFile();
        try (InputStream bytes = SchemaFile.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("no schema on the class path: " + resource);
            }
            XMLStreamReader xsd = SafeXml.reader(bytes.readAllBytes());
            while (xsd.hasNext()) {
                switch (xsd.next()) {
                    case XMLStreamConstants.START_ELEMENT -> file.start(xsd);
                    case XMLStreamConstants.END_ELEMENT -> file.end(xsd.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> file.characters(xsd);
                    default -> {}
                }
            }
        } catch (IOException | XMLStreamException broken) {
            throw new IllegalStateException("the schema does not load: " + resource, broken);
        }
        return file;
    }

    private void start(XMLStreamReader xsd) {
        switch (xsd.getLocalName()) {
            case "schema" -> namespace = text(xsd, "targetNamespace");
            case "import" -> imports.put(text(xsd, "namespace"), text(xsd, "schemaLocation"));
            case "element" -> element(xsd);
            case "complexType", "simpleType" -> type(xsd);
            case "extension", "restriction" -> top().base = name(xsd, text(xsd, "base"));
            case "attribute" -> attribute(xsd);
            case "enumeration" -> top().allowed.add(text(xsd, "value"));
            case "documentation" -> documentation = new StringBuilder();
            default -> {}
        }
    }

    private void end(String local) {
        switch (local) {
            case "element", "complexType", "simpleType" -> open.pop();
            case "documentation" -> {
                document(Objects.requireNonNull(documentation).toString().strip());
                documentation = null;
            }
            default -> {}
        }
    }

    private void characters(XMLStreamReader xsd) {
        if (documentation != null) {
            documentation.append(xsd.getText());
        }
    }

    private void document(String words) {
        if (open.peek() instanceof RawElement element) {
            element.documentation = words;
        } else if (open.peek() instanceof RawType type) {
            type.documentation = words;
        }
    }

    private void element(XMLStreamReader xsd) {
        String max = text(xsd, "maxOccurs");
        String min = text(xsd, "minOccurs");
        var element = new RawElement(
                text(xsd, "name"),
                name(xsd, text(xsd, "type")),
                min.isEmpty() ? 1 : Integer.parseInt(min),
                max.equals("unbounded") ? ElementType.UNBOUNDED : 1);
        if (open.isEmpty()) {
            roots.put(element.name, element);
        } else {
            top().elements.add(element);
        }
        open.push(element);
    }

    private void type(XMLStreamReader xsd) {
        String name = text(xsd, "name");
        if (open.peek() instanceof RawElement element) {
            element.inline = new RawType(element.name);
            open.push(element.inline);
        } else {
            var type = new RawType(name);
            types.put(name, type);
            open.push(type);
        }
    }

    private void attribute(XMLStreamReader xsd) {
        top().attributes
                .add(new RawAttribute(
                        text(xsd, "name"), name(xsd, text(xsd, "type")), xsd.getAttributeValue(null, "fixed")));
    }

    private RawType top() {
        if (open.peek() instanceof RawType type) {
            return type;
        }
        throw new IllegalStateException("a schema construct outside a type");
    }

    private static Name name(XMLStreamReader xsd, String qualified) {
        int colon = qualified.indexOf(':');
        if (colon < 0) {
            return Name.NONE;
        }
        return new Name(xsd.getNamespaceURI(qualified.substring(0, colon)), qualified.substring(colon + 1));
    }

    private static String text(XMLStreamReader xsd, String attribute) {
        String value = xsd.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }
}
