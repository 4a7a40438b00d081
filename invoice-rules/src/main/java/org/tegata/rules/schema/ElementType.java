package org.tegata.rules.schema;

import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Name;

/**
 * The type of an element: either children in order (or one of them), or a value; and attributes.
 *
 * @param name as in the schema with the standard's prefix, such as {@code ram:TradePartyType}; for a type without a
 *     name the place where it is declared, such as {@code udt:DateTimeType/DateTimeString}
 * @param choice whether exactly one of the particles is to be there, instead of all in order
 * @param particles the children; empty for a type with a value
 * @param value what the text must be; null for a type with children
 */
public record ElementType(
        String name,
        boolean choice,
        List<Particle> particles,
        List<AttributeUse> attributes,
        @Nullable ValueType value) {

    /** An attribute (of no namespace) that a type allows; a fixed value is part of its type. */
    public record AttributeUse(String name, boolean required, ValueType type) {}

    /** The attribute of that name, or null where none is allowed. */
    public @Nullable AttributeUse attribute(String attribute) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attribute)) {
                return attributes.get(i);
            }
        }
        return null;
    }

    /** How many attributes must be there. */
    public int requiredAttributes() {
        int count = 0;
        for (AttributeUse attribute : attributes) {
            count += attribute.required() ? 1 : 0;
        }
        return count;
    }

    /** Whether this is the type of that name: the only one that {@code xsi:type} may say, as CII derives none. */
    public boolean is(@Nullable String namespace, String local) {
        int colon = name.indexOf(':');
        return name.length() == colon + 1 + local.length()
                && name.endsWith(local)
                && local.indexOf('/') < 0
                && namespace(name, colon).equals(namespace);
    }

    private static String namespace(String name, int colon) {
        return name.startsWith("xsd") && colon == 3
                ? XMLConstants.W3C_XML_SCHEMA_NS_URI
                : Name.of(name).namespace();
    }
}
