package org.tegata.bill.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import org.tegata.bill.xml.ElementType.Attribute;
import org.tegata.bill.xml.ElementType.Child;
import org.tegata.bill.xml.ElementType.Value;
import org.tegata.bill.xml.SchemaFile.Name;
import org.tegata.bill.xml.SchemaFile.RawElement;
import org.tegata.bill.xml.SchemaFile.RawType;

/** Puts the types of the schema files together; code lists are read only where a type of the bill uses them. */
final class SchemaTypes {

    private final String folder;
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, SchemaFile> files = new HashMap<>();
    private final Map<Name, ElementType> types = new HashMap<>();
    private final Map<Name, Value> values = new HashMap<>();

    SchemaTypes(String folder) {
        this.folder = folder;
    }

    /** The type of the root element of that schema. */
    ElementType root(String xsd, String element) {
        var file = SchemaFile.read(folder + xsd);
        take(folder, file);
        return type(Objects.requireNonNull(file.roots.get(element)).type);
    }

    /** Every named type that the root leads to. */
    List<ElementType> all() {
        return List.copyOf(types.values());
    }

    private void take(String from, SchemaFile file) {
        files.put(file.namespace, file);
        file.imports.forEach((namespace, location) -> resources.putIfAbsent(namespace, from + location));
    }

    private SchemaFile file(String namespace) {
        var file = files.get(namespace);
        if (file == null) {
            String resource = Objects.requireNonNull(resources.get(namespace), namespace);
            file = SchemaFile.read(resource);
            take(resource.substring(0, resource.lastIndexOf('/') + 1), file);
        }
        return file;
    }

    private RawType raw(Name name) {
        return Objects.requireNonNull(file(name.namespace()).types.get(name.local()), name.toString());
    }

    private ElementType type(Name name) {
        var known = types.get(name);
        if (known != null) {
            return known;
        }
        if (name.namespace().equals(XMLConstants.W3C_XML_SCHEMA_NS_URI)) {
            var builtIn = new ElementType("xsd", name.local(), "", "");
            builtIn.text(value(name), List.of());
            return builtIn;
        }
        var raw = raw(name);
        String[] words = words(raw.documentation);
        var type = new ElementType(BillSchema.prefix(name.namespace()), raw.name, words[0], words[1]);
        // Before its children: a party holds parties.
        types.put(name, type);
        fill(type, raw, name.namespace());
        return type;
    }

    private void fill(ElementType type, RawType raw, String namespace) {
        if (raw.elements.isEmpty()) {
            var attributes = new ArrayList<Attribute>();
            for (var attribute : raw.attributes) {
                attributes.add(new Attribute(attribute.name(), value(attribute.type()), attribute.fixed()));
            }
            type.text(value(raw.base), attributes);
            return;
        }
        var children = new ArrayList<Child>();
        for (var element : raw.elements) {
            children.add(child(element, namespace));
        }
        type.sequence(children);
    }

    private Child child(RawElement element, String namespace) {
        String prefix = BillSchema.prefix(namespace);
        ElementType type;
        if (element.inline == null) {
            type = type(element.type);
        } else {
            type = new ElementType(prefix, element.name, "", "");
            fill(type, element.inline, namespace);
        }
        String[] words = words(element.documentation);
        return new Child(element.name, namespace, prefix, type, element.min, element.max, words[0], words[1]);
    }

    private Value value(Name name) {
        var known = values.get(name);
        if (known != null) {
            return known;
        }
        Value value;
        if (name.namespace().equals(XMLConstants.W3C_XML_SCHEMA_NS_URI)) {
            value = new Value(name.local(), List.of());
        } else {
            var raw = raw(name);
            var base = value(raw.base);
            value = new Value(base.primitive(), raw.allowed.isEmpty() ? base.allowed() : raw.allowed);
        }
        values.put(name, value);
        return value;
    }

    /** A documentation line of the own schemas: UN identifier, dictionary entry name, cardinality. */
    private static String[] words(String documentation) {
        String[] parts = documentation.split(", ", 3);
        return parts.length > 1 && parts[0].matches("UN\\d{8}") ? parts : new String[] {"", ""};
    }
}
