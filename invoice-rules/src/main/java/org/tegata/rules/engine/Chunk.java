package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements that are kept until they are judged: those of one line, or those outside of lines. */
final class Chunk {

    /** What one long line has blown up further than this is not kept for the next one. */
    private static final int KEPT_CHARACTERS = 1 << 18;

    private static final int KEPT_PARTS = 1 << 14;

    private final List<Part> parts = new ArrayList<>();
    private int size;
    private char[] characters = new char[1 << 12];
    private int charactersEnd;
    private String[] attributes = new String[64];
    private int attributesEnd;

    /** Forgets all that was read: the next document may be somebody else's. */
    void clear() {
        for (int i = 0; i < size; i++) {
            parts.get(i).forget();
        }
        Arrays.fill(attributes, 0, attributesEnd, "");
        if (attributes.length > KEPT_PARTS) {
            attributes = new String[64];
        }
        size = 0;
        charactersEnd = 0;
        attributesEnd = 0;
        if (characters.length > KEPT_CHARACTERS) {
            characters = new char[1 << 12];
        }
        if (parts.size() > KEPT_PARTS) {
            parts.subList(KEPT_PARTS, parts.size()).clear();
        }
    }

    int size() {
        return size;
    }

    /** In document order. */
    Part part(int index) {
        return parts.get(index);
    }

    Part open(Node node, @Nullable Part parent, int ordinal) {
        if (size == parts.size()) {
            parts.add(new Part(this));
        }
        Part part = parts.get(size++);
        part.take(node, parent, ordinal);
        part.textStart = charactersEnd;
        part.textEnd = charactersEnd;
        part.attributesStart = attributesEnd / 2;
        part.attributesEnd = part.attributesStart;
        return part;
    }

    /** Adds to the part opened last. */
    void attribute(Part part, String name, String value) {
        if (attributesEnd + 2 > attributes.length) {
            attributes = Arrays.copyOf(attributes, attributes.length * 2);
        }
        attributes[attributesEnd++] = name;
        attributes[attributesEnd++] = value;
        part.attributesEnd++;
    }

    /** Adds to the part opened last: a part with children has no text of its own. */
    void append(Part part, char[] from, int start, int length) {
        if (charactersEnd + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, charactersEnd + length));
        }
        System.arraycopy(from, start, characters, charactersEnd, length);
        charactersEnd += length;
        part.textEnd = charactersEnd;
    }

    char[] characters() {
        return characters;
    }

    String text(int start, int end) {
        return start == end ? "" : new String(characters, start, end - start);
    }

    String attributeName(int index) {
        return attributes[index * 2];
    }

    String attributeValue(int index) {
        return attributes[index * 2 + 1];
    }
}
