package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an element of the XML or a member of the JSON is: a value, or parts with names in a fixed order. */
final class Type {

    /** The type of attributes of elements. */
    static final Type ATTRIBUTE = new Type("@", Kind.TEXT);

    /** What a value is in JSON; XML knows texts only. */
    enum Kind {
        PARTS,
        TEXT,
        NUMBER,
        TRUTH
    }

    /**
     * A child element or a member.
     *
     * @param slot its rank among the parts of its type
     * @param namespace of a child element; empty in JSON
     * @param repeats whether there may be several; in JSON, whether it is an array
     * @param mayBeEmpty whether it is an array that must be there even without items
     */
    record Part(
            int slot, String name, String namespace, String prefix, boolean repeats, boolean mayBeEmpty, Type type) {}

    /** The element that holds the value of an element, such as udt:DateTimeString. */
    record Wrapper(String name, String namespace, String prefix) {}

    private final String name;
    private final Kind kind;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part> byName = new HashMap<>();
    private final Map<String, String> fixed = new HashMap<>();
    private @Nullable Wrapper wrapper;

    Type(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    void add(String part, String namespace, String prefix, boolean repeats, boolean mayBeEmpty, Type type) {
        var added = new Part(parts.size(), part, namespace, prefix, repeats, mayBeEmpty, type);
        parts.add(added);
        byName.put(part, added);
    }

    void wrap(Wrapper around) {
        wrapper = around;
    }

    void fix(String attribute, String value) {
        fixed.put(attribute, value);
    }

    Kind kind() {
        return kind;
    }

    boolean isValue() {
        return kind != Kind.PARTS;
    }

    /** The element around the value, or null. */
    @Nullable
    Wrapper wrapper() {
        return wrapper;
    }

    /** Whether the schema itself says that the attribute has this value. */
    boolean isFixed(String attribute, String value) {
        return value.equals(fixed.get(attribute));
    }

    List<Part> parts() {
        return parts;
    }

    @Nullable
    Part part(String part) {
        return byName.get(part);
    }

    @Override
    public String toString() {
        return name;
    }
}
