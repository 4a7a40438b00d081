package org.tegata.rules.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tegata.rules.document.Name;

/** An element of a document that a test makes; every part can be changed. */
final class Tree {

    /** Written so, it is an element that no schema knows. */
    static final String STRANGER = "ram:Stranger";

    String name;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Tree> children = new ArrayList<>();
    String text = "";

    Tree(String name) {
        this.name = name;
    }

    Tree(Name name) {
        this(name.toString());
    }

    Tree copy() {
        var copy = new Tree(name);
        copy.attributes.putAll(attributes);
        copy.text = text;
        children.forEach(child -> copy.children.add(child.copy()));
        return copy;
    }

    /** This element and all below it. */
    List<Tree> all() {
        var all = new ArrayList<Tree>();
        all.add(this);
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }

    byte[] bytes() {
        var xml = new StringBuilder();
        write(xml, Official.PREFIXES);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder xml, Map<String, String> prefixes) {
        xml.append('<').append(name);
        prefixes.forEach((prefix, uri) -> xml.append(" xmlns:" + prefix + "=\"" + uri + '"'));
        attributes.forEach((attribute, value) -> {
            xml.append(' ').append(attribute).append("=\"");
            escape(value, xml);
            xml.append('"');
        });
        xml.append('>');
        escape(text, xml);
        children.forEach(child -> child.write(xml, Map.of()));
        xml.append("</").append(name).append('>');
    }

    /** Every character stays what it is: none is changed by the parser as the end of a line. */
    private static void escape(String text, StringBuilder xml) {
        text.codePoints().forEach(c -> {
            if (c < ' ' || c == '<' || c == '&' || c == '"' || c == '>' || c == 0x7F) {
                xml.append("&#").append(c).append(';');
            } else {
                xml.appendCodePoint(c);
            }
        });
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
