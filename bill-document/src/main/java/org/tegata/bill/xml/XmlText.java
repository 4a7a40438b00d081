package org.tegata.bill.xml;

import java.nio.charset.StandardCharsets;
import org.tegata.xml.XmlElement;

/** Writes a tree as XML 1.0 that reads back as the same tree. Not thread-safe. */
final class XmlText {

    private static final String INDENT = "    ";

    private final StringBuilder out = new StringBuilder(16_384);

    static byte[] of(XmlElement root) {
        var text = new XmlText();
        text.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.element(root, "", true);
        return text.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(XmlElement element, String indent, boolean root) {
        String name = BillSchema.prefix(element.namespace()) + ':' + checked(element.name());
        out.append(indent).append('<').append(name);
        if (root) {
            BillSchema.PREFIXES.forEach((namespace, prefix) -> out.append('\n')
                    .append(INDENT)
                    .append("xmlns:")
                    .append(prefix)
                    .append("=\"")
                    .append(namespace)
                    .append('"'));
        }
        element.attributes((attribute, value) -> {
            out.append(' ').append(checked(attribute)).append("=\"");
            escape(value, true);
            out.append('"');
        });
        var children = element.children();
        if (!children.isEmpty()) {
            out.append('>');
            for (XmlElement child : children) {
                out.append('\n');
                element(child, indent + INDENT, false);
            }
            out.append('\n').append(indent).append("</").append(name).append('>');
        } else if (element.text().isEmpty()) {
            out.append("/>");
        } else {
            out.append('>');
            escape(element.text(), false);
            out.append("</").append(name).append('>');
        }
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                // Else "]]>" could stand in text.
                case '>' -> out.append("&gt;");
                // A reader would make a line feed of it.
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                // A reader would make a blank of these in an attribute.
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> i += character(text, i);
            }
        }
    }

    /** Appends the character at that place; how many further UTF-16 units it took. */
    private int character(String text, int at) {
        int character = text.codePointAt(at);
        boolean allowed = character >= ' ' && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
        if (!allowed) {
            throw new IllegalArgumentException("XML 1.0 has no character U+%04X".formatted(character));
        }
        out.appendCodePoint(character);
        return Character.charCount(character) - 1;
    }

    private static String checked(String name) {
        boolean valid = !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
        for (int i = 0; valid && i < name.length(); i++) {
            char c = name.charAt(i);
            valid = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
        }
        if (!valid) {
            throw new IllegalArgumentException("not a name of the bill's schema: " + name);
        }
        return name;
    }
}
