package org.tegata.bill.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of the schema: either children in their order, or a value; a party may hold parties, so types may be cyclic.
 * Immutable once {@link BillSchema} has loaded it.
 */
public final class ElementType {

    /** {@link Child#max} of a child that may stand any number of times. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private final String prefix;
    private final String name;
    private final String unId;
    private final String dictionaryEntryName;
    private List<Child> children = List.of();
    private Map<String, Integer> ranks = Map.of();
    private @Nullable Value value;
    private List<Attribute> attributes = List.of();

    ElementType(String prefix, String name, String unId, String dictionaryEntryName) {
        this.prefix = prefix;
        this.name = name;
        this.unId = unId;
        this.dictionaryEntryName = dictionaryEntryName;
    }

    /**
     * An element that a type allows below it.
     *
     * @param prefix rsm, ram, qdt or udt: that of {@code namespace}
     * @param max 1 or {@link #UNBOUNDED}
     * @param unId identifier in the UN/CEFACT core component library; empty where a data type of D22B defines it
     * @param dictionaryEntryName its name there (CCTS 2.01); empty likewise
     */
    public record Child(
            String name,
            String namespace,
            String prefix,
            ElementType type,
            int min,
            int max,
            String unId,
            String dictionaryEntryName) {

        public boolean repeats() {
            return max > 1;
        }

        @Override
        public String toString() {
            return prefix + ":" + name + " " + min + ".." + (repeats() ? "n" : "1");
        }
    }

    /**
     * What text may stand in an element or attribute.
     *
     * @param primitive the built-in type of XML Schema beneath it: token, string, decimal, boolean, dateTime, …
     * @param allowed the only values if it is a code list; empty otherwise
     */
    public record Value(String primitive, List<String> allowed) {

        public Value {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * An attribute, never required, of no namespace.
     *
     * @param fixed the only value it may have, or null
     */
    public record Attribute(
            String name, Value value, @Nullable String fixed) {}

    void sequence(List<Child> inOrder) {
        children = List.copyOf(inOrder);
        var positions = new HashMap<String, Integer>();
        for (var child : inOrder) {
            positions.put(child.name(), positions.size());
        }
        ranks = Map.copyOf(positions);
    }

    void text(Value text, List<Attribute> withAttributes) {
        value = text;
        attributes = List.copyOf(withAttributes);
    }

    /** The prefix of the schema that defines it: rsm, ram, qdt or udt. */
    public String prefix() {
        return prefix;
    }

    /** Its name in that schema, such as {@code TradePartyType}; {@code DateTimeString} for one without a name. */
    public String name() {
        return name;
    }

    /** Identifier of the aggregate in the UN/CEFACT core component library; empty for the root and for data types. */
    public String unId() {
        return unId;
    }

    /** Name of the aggregate there; empty likewise. */
    public String dictionaryEntryName() {
        return dictionaryEntryName;
    }

    /** The elements below, in the order in which they must stand; none for a value. */
    public List<Child> children() {
        return children;
    }

    /** The child of that local name, or null. */
    public @Nullable Child child(String local) {
        Integer rank = ranks.get(local);
        return rank == null ? null : children.get(rank);
    }

    /** What its text is; null for a type with children. */
    public @Nullable Value value() {
        return value;
    }

    /** What attributes its elements may have. */
    public List<Attribute> attributes() {
        return attributes;
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

    /** Position of the child of that local name; behind all others if there is none. */
    int rank(String local) {
        Integer rank = ranks.get(local);
        return rank == null ? UNBOUNDED : rank;
    }

    @Override
    public String toString() {
        return prefix + ":" + name;
    }
}
