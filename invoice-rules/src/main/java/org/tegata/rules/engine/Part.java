package org.tegata.rules.engine;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;

/** An element while its chunk is kept. Used again for the next chunk: nobody may keep one. */
final class Part implements Element {

    private final Chunk chunk;

    @SuppressWarnings("NullAway.Init") // set when it is taken out of the chunk's pool
    Node node;

    @Nullable
    Part parent;

    @Nullable
    Part first;

    @Nullable
    Part last;

    @Nullable
    Part next;
    /** Its place in the order of the document, over all elements. */
    int ordinal;

    int position;
    int textStart;
    int textEnd;
    /** Whether there is anything but white space; also known of texts that are not kept. */
    boolean filled;

    int attributesStart;
    int attributesEnd;

    private @Nullable String text;

    Part(Chunk chunk) {
        this.chunk = chunk;
    }

    void take(Node at, @Nullable Part above, int order) {
        node = at;
        parent = above;
        first = null;
        last = null;
        next = null;
        ordinal = order;
        position = 1;
        text = null;
        filled = false;
    }

    void forget() {
        text = null;
        parent = null;
        first = null;
        last = null;
        next = null;
    }

    /** Makes it the last child of its parent. */
    void link(Part above) {
        Part before = above.last;
        if (before == null) {
            above.first = this;
        } else {
            before.next = this;
            // The schema has an order: children of one name stand beside each other.
            if (before.node.name == node.name) {
                position = before.position + 1;
            }
        }
        above.last = this;
    }

    @Override
    public Name name() {
        return node.name;
    }

    @Override
    public @Nullable Element parent() {
        return parent;
    }

    @Override
    public @Nullable Element firstChild() {
        return first;
    }

    @Override
    public @Nullable Element next() {
        return next;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public String text() {
        String known = text;
        if (known == null) {
            known = chunk.text(textStart, textEnd);
            text = known;
        }
        return known;
    }

    @Override
    public boolean blank() {
        return !filled;
    }

    @Override
    public @Nullable String attribute(String attribute) {
        for (int i = attributesStart; i < attributesEnd; i++) {
            if (chunk.attributeName(i).equals(attribute)) {
                return chunk.attributeValue(i);
            }
        }
        return null;
    }

    @Override
    public boolean hasAttributes() {
        return attributesEnd > attributesStart;
    }

    /** The XPath of it, with positions where there may be several. */
    String location() {
        var path = new StringBuilder(200);
        appendTo(path);
        return path.toString();
    }

    private void appendTo(StringBuilder path) {
        if (parent != null) {
            parent.appendTo(path);
        }
        path.append(node.step);
        if (node.repeats) {
            path.append('[').append(position).append(']');
        }
    }

    /** Its value as a finding shows it; null for an element with children. */
    @Nullable
    String shown() {
        return node.type.value() == null ? null : Findings.cut(text());
    }

    @Override
    public String toString() {
        return location();
    }
}
