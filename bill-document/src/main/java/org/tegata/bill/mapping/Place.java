package org.tegata.bill.mapping;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/**
 * A place in a bill: an element of the XML or a member of the JSON, whichever, with its value or its parts. Both
 * documents are trees of these while one is mapped to the other. Not thread-safe.
 */
final class Place {

    private static final Place[] NONE = {};

    final Type type;
    final String name;
    /** The value as text; null for what has parts. */
    @Nullable
    String value;
    /** What it is in the XML that was read, or null. */
    @Nullable
    XmlElement element;
    /** The element that held the value in the XML, if it is another than usual. */
    @Nullable
    String holder;
    /** The value as it stood in the JSON if its white space was another; null otherwise. */
    @Nullable
    String raw;
    /** Whether the other language says it, or need not. */
    boolean said;
    /** Whether it is there even if nothing stands in it, since others are counted from it. */
    boolean kept;
    /** Whether the other language must not say it. */
    boolean closed;
    /** Why the other language does not say it, or not exactly; null if nothing is known of that. */
    @Nullable
    String reason;
    /** The place in the other document that it comes from. */
    @Nullable
    Place origin;
    /** Where the first row that selects it stands: the canonical order of parts of one name. */
    int rank = Integer.MAX_VALUE;
    /** Its rank in the document. */
    int order;

    private @Nullable Place parent;
    private @Nullable Place above;
    private int position;
    private int slot;
    private Place[] first;
    private Place[] last;
    private @Nullable Place next;
    private @Nullable Place attributes;
    private @Nullable Place strangers;

    /** A place of its own, to be {@link #add}ed later. */
    Place(Type type, String name) {
        this.type = type;
        this.name = name;
        first = NONE;
        last = NONE;
    }

    /** The first part in that slot, or null. */
    @Nullable
    Place first(int slot) {
        return first.length == 0 ? null : first[slot];
    }

    @Nullable
    Place last(int slot) {
        return last.length == 0 ? null : last[slot];
    }

    /** The next part of the same parent and name, or null. */
    @Nullable
    Place next() {
        return next;
    }

    /** What it is a part of now, or null. */
    @Nullable
    Place parent() {
        return parent;
    }

    /** The part of that name, or null. */
    @Nullable
    Place part(String partName) {
        var part = type.part(partName);
        return part == null ? null : first(part.slot());
    }

    /** The value of the part of that name, or null. */
    @Nullable
    String text(String partName) {
        var part = part(partName);
        return part == null ? null : part.value;
    }

    /** A new last part. */
    Place add(Type.Part part) {
        return add(part, new Place(part.type(), part.name()));
    }

    Place add(Type.Part part, Place place) {
        if (first.length == 0) {
            first = new Place[type.parts().size()];
            last = new Place[first.length];
        }
        int slot = part.slot();
        if (first[slot] == null) {
            first[slot] = place;
        } else {
            last[slot].next = place;
            if (place.above == null) {
                place.position = last[slot].position + 1;
            }
        }
        last[slot] = place;
        place.slot = slot;
        place.parent = this;
        if (place.above == null) {
            place.above = this;
        }
        return place;
    }

    /** Gives a new part of that name a value. */
    Place put(String partName, String text, @Nullable Place from) {
        var part = type.part(partName);
        if (part == null) {
            throw new IllegalStateException(type + " has no " + partName);
        }
        var place = add(part);
        place.value = text;
        place.origin = from;
        return place;
    }

    /** The parts of one slot, in another order or fewer. */
    void replace(int slot, List<Place> places) {
        first[slot] = null;
        last[slot] = null;
        for (Place place : places) {
            if (first[slot] == null) {
                first[slot] = place;
            } else {
                last[slot].next = place;
            }
            place.next = null;
            place.parent = this;
            place.slot = slot;
            last[slot] = place;
        }
    }

    /** Takes this place out of its parent. */
    void drop() {
        var from = parent;
        if (from == null) {
            return;
        }
        Place before = null;
        for (var at = from.first(slot); at != null && at != this; at = at.next) {
            before = at;
        }
        if (before == null) {
            from.first[slot] = next;
        } else {
            before.next = next;
        }
        if (from.last[slot] == this) {
            from.last[slot] = before;
        }
        next = null;
    }

    /** The attribute of that name, or null. */
    @Nullable
    Place attribute(String attribute) {
        for (var at = attributes; at != null; at = at.next) {
            if (at.name.equals(attribute)) {
                return at;
            }
        }
        return null;
    }

    @Nullable
    String attributeText(String attribute) {
        var at = attribute(attribute);
        return at == null ? null : at.value;
    }

    @Nullable
    Place attributes() {
        return attributes;
    }

    /** Sets an attribute. */
    Place attribute(String attribute, String text) {
        var at = attribute(attribute);
        if (at == null) {
            at = new Place(Type.ATTRIBUTE, attribute);
            at.parent = this;
            at.above = this;
            at.next = attributes;
            attributes = at;
        }
        at.value = text;
        return at;
    }

    void removeAttribute(String attribute) {
        Place before = null;
        for (var at = attributes; at != null; before = at, at = at.next) {
            if (at.name.equals(attribute)) {
                if (before == null) {
                    attributes = at.next;
                } else {
                    before.next = at.next;
                }
                return;
            }
        }
    }

    /** The part of a parent that a place of this name is. */
    Type.Part partIn(Place parentPlace) {
        var part = parentPlace.type.part(name);
        if (part == null) {
            throw new IllegalStateException(parentPlace.type + " has no " + name);
        }
        return part;
    }

    /** Keeps a part that the type does not know. */
    Place stranger(Type ofType, String strangerName) {
        var place = new Place(ofType, strangerName);
        place.parent = this;
        place.above = this;
        place.next = strangers;
        strangers = place;
        return place;
    }

    @Nullable
    Place strangers() {
        return strangers;
    }

    /** Another place, with the attributes of this one, that stood where this one stands. */
    Place twin(@Nullable String text) {
        var twin = new Place(type, name);
        twin.above = above;
        twin.element = element;
        twin.position = position;
        twin.order = order;
        twin.value = text;
        twin.attributes = attributes;
        return twin;
    }

    /** A copy of what {@code as} has parts for, that comes from where this one does. */
    Place copy(Type as, String copyName) {
        var copy = new Place(as, copyName);
        copy.value = value;
        copy.origin = origin;
        copy.holder = holder;
        for (var at = attributes; at != null; at = at.next) {
            copy.attribute(at.name, String.valueOf(at.value));
        }
        each(part -> {
            var same = as.part(part.name);
            if (same != null && !part.isNothing()) {
                copy.add(same, part.copy(same.type(), part.name));
            }
        });
        return copy;
    }

    /** Whether everything that is said here is said there too. */
    boolean isWithin(Place other) {
        if (value != null && !value.equals(other.value)) {
            return false;
        }
        for (var at = attributes; at != null; at = at.next) {
            if (at.value != null && !at.value.equals(other.attributeText(at.name))) {
                return false;
            }
        }
        for (int i = 0; i < first.length; i++) {
            var there = other.part(type.parts().get(i).name());
            for (var part = first[i]; part != null; part = part.next) {
                if (part.isNothing()) {
                    continue;
                }
                if (there == null || !part.isWithin(there)) {
                    return false;
                }
                there = there.next;
            }
        }
        return true;
    }

    /** Marks everything here as said. */
    void allSaid() {
        said = true;
        for (var at = attributes; at != null; at = at.next) {
            at.said = true;
        }
        each(Place::allSaid);
    }

    int position() {
        return position;
    }

    /** Whether nothing stands here. */
    boolean isEmpty() {
        if (value != null || strangers != null) {
            return false;
        }
        for (Place part : first) {
            if (part != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands here, nor in any part. */
    boolean isNothing() {
        if (value != null || strangers != null) {
            return false;
        }
        for (Place head : first) {
            for (var part = head; part != null; part = part.next) {
                if (!part.isNothing()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each part, slot by slot. */
    void each(Consumer<Place> visitor) {
        for (Place head : first) {
            for (var at = head; at != null; ) {
                var following = at.next;
                visitor.accept(at);
                at = following;
            }
        }
    }

    /** What it was a part of in the document, or null. */
    @Nullable
    Place above() {
        return above;
    }

    /** The place in the other document that it, or the nearest place above it, comes from. */
    @Nullable
    Place nearestOrigin() {
        for (var at = this; at != null; at = at.parent) {
            if (at.origin != null) {
                return at.origin;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name + (value == null ? "" : "=" + value);
    }
}
