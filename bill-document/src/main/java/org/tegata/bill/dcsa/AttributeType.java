package org.tegata.bill.dcsa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the types that DCSA's transport document consists of.
 *
 * @param name such as {@code ConsignmentItem}
 * @param attributes in the order of the published schema
 * @param alternatives the attributes of which one must be there, or null
 */
public record AttributeType(
        String name, List<Attribute> attributes, @Nullable Alternatives alternatives) {

    /**
     * Attributes of which exactly one, or else at least one, is there and has its form ({@code oneOf}, {@code anyOf}).
     */
    public record Alternatives(boolean exactlyOne, List<String> names) {

        private static final String ONE = "one of: ";
        private static final String ANY = "any of: ";

        public Alternatives {
            names = List.copyOf(names);
        }

        static boolean isLine(String line) {
            return line.startsWith(ONE) || line.startsWith(ANY);
        }

        static Alternatives parse(String line) {
            return new Alternatives(
                    line.startsWith(ONE), List.of(line.substring(ONE.length()).split(" ")));
        }
    }

    public AttributeType {
        attributes = List.copyOf(attributes);
    }

    /** The attribute of that name, or null. */
    public @Nullable Attribute attribute(String attribute) {
        for (var known : attributes) {
            if (known.name().equals(attribute)) {
                return known;
            }
        }
        return null;
    }

    /** Whether the attribute is one of the alternatives. */
    public boolean isAlternative(String attribute) {
        return alternatives != null && alternatives.names().contains(attribute);
    }
}
