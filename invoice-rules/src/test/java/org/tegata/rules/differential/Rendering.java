package org.tegata.rules.differential;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One of the many ways to write the same invoice down as XML; none of them may change the verdict.
 *
 * @param prefixes for the standard's prefixes, those to write; an empty one makes it the default namespace
 * @param indent whether there is white space between elements
 * @param noise whether there are comments and instructions, in texts too
 * @param cdata whether texts are CDATA sections
 * @param references whether some characters of texts and attributes are character references
 */
record Rendering(Map<String, String> prefixes, boolean indent, boolean noise, boolean cdata, boolean references) {

    static final Rendering PLAIN = new Rendering(Map.of(), false, false, false, false);

    /** Any of them; the prefixes only where they are free, as one official rule goes by the prefix. */
    static Rendering any(RandomGenerator random, boolean freePrefixes) {
        Map<String, String> prefixes = !freePrefixes || random.nextInt(4) > 0
                ? Map.of()
                : random.nextBoolean() ? Map.of("ram", "") : Map.of("rsm", "", "ram", "a", "udt", "b", "qdt", "ram");
        return new Rendering(
                prefixes,
                random.nextInt(3) == 0,
                random.nextInt(6) == 0,
                random.nextInt(12) == 0,
                random.nextInt(12) == 0);
    }

    byte[] render(Tree root) {
        var out = new StringBuilder(16384).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (noise) {
            out.append("<!-- made for a test --><?target data?>");
        }
        write(root, out, 0);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Tree tree, StringBuilder out, int depth) {
        if (indent && depth > 0) {
            out.append('\n').append("  ".repeat(depth));
        }
        String name = name(tree.name);
        out.append('<').append(name);
        if (depth == 0) {
            Tree.PREFIXES.forEach((namespace, standard) -> {
                String prefix = prefixes.getOrDefault(standard, standard);
                out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                        .append("=\"")
                        .append(namespace)
                        .append('"');
            });
            out.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        }
        tree.attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        if (tree.children.isEmpty() && tree.text.isEmpty() && !noise) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (!tree.text.isEmpty()) {
            writeText(tree.text, out);
        }
        if (noise && depth % 3 == 1) {
            out.append("<!-- here -->");
        }
        tree.children.forEach(child -> write(child, out, depth + 1));
        if (indent && !tree.children.isEmpty()) {
            out.append('\n').append("  ".repeat(depth));
        }
        out.append("</").append(name).append('>');
    }

    private void writeText(String text, StringBuilder out) {
        int middle = text.length() / 2;
        boolean whole = middle == 0 || Character.isLowSurrogate(text.charAt(middle));
        if (cdata && !text.contains("]]>") && !text.contains("\r")) {
            out.append("<![CDATA[").append(text).append("]]>");
        } else if (noise && !whole) {
            out.append(escaped(text.substring(0, middle)));
            out.append("<!-- within --><?target?>");
            out.append(escaped(text.substring(middle)));
        } else {
            out.append(escaped(text));
        }
    }

    private String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> {
                    if (references && i % 3 == 1 && c < 0x7f) {
                        out.append("&#x").append(Integer.toHexString(c)).append(';');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private String name(String standard) {
        int colon = standard.indexOf(':');
        if (colon < 0) {
            return standard;
        }
        String prefix = prefixes.getOrDefault(standard.substring(0, colon), standard.substring(0, colon));
        return prefix.isEmpty() ? standard.substring(colon + 1) : prefix + standard.substring(colon);
    }
}
