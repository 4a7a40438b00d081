package org.tegata.bill.mapping;

import java.util.HashMap;
import java.util.Map;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.bill.dcsa.AttributeType;
import org.tegata.bill.xml.ElementType;

/** The types of both languages in one form: from the schema of our XML, from DCSA's table of attributes. */
final class Types {

    private static final Type TEXT = new Type("string", Type.Kind.TEXT);
    private static final Type NUMBER = new Type("number", Type.Kind.NUMBER);
    private static final Type TRUTH = new Type("boolean", Type.Kind.TRUTH);

    private final Map<Object, Type> known = new HashMap<>();

    private Types() {}

    static Type of(ElementType root) {
        return new Types().xml(root);
    }

    static Type of(AttributeTable table) {
        return new Types().json(table.root(), table);
    }

    private Type xml(ElementType element) {
        var before = known.get(element);
        if (before != null) {
            return before;
        }
        // Elements of UN/CEFACT's data types are values, even where the value stands in an element of its own.
        boolean isValue = element.prefix().equals("udt") || element.prefix().equals("qdt");
        var type = new Type(element.toString(), isValue ? Type.Kind.TEXT : Type.Kind.PARTS);
        known.put(element, type);
        for (var child : element.children()) {
            if (!isValue) {
                type.add(child.name(), child.namespace(), child.prefix(), child.repeats(), false, xml(child.type()));
            } else if (child.name().equals("Indicator") || child.name().endsWith("TimeString")) {
                type.wrap(new Type.Wrapper(child.name(), child.namespace(), child.prefix()));
            }
        }
        for (var attribute : element.attributes()) {
            if (attribute.fixed() != null) {
                type.fix(attribute.name(), attribute.fixed());
            }
        }
        return type;
    }

    private Type json(AttributeType attributes, AttributeTable table) {
        var before = known.get(attributes.name());
        if (before != null) {
            return before;
        }
        var type = new Type(attributes.name(), Type.Kind.PARTS);
        known.put(attributes.name(), type);
        for (var attribute : attributes.attributes()) {
            var value = switch (attribute.kind()) {
                case STRING -> TEXT;
                case BOOLEAN -> TRUTH;
                case INTEGER, NUMBER -> NUMBER;
                case OBJECT -> json(table.type(attribute.type()), table);
            };
            boolean mayBeEmpty = attribute.array()
                    && attribute.required()
                    && attribute.items().from() <= 0;
            type.add(attribute.name(), "", "", attribute.array(), mayBeEmpty, value);
        }
        return type;
    }
}
