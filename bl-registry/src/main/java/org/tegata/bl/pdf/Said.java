package org.tegata.bl.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A place in the document that remembers what of it was put into a box: what is left over at the end goes to the annex,
 * so that nothing is left out (MLETR art. 17) even where no box was thought of.
 */
final class Said {

    private final JsonNode node;
    private final String pointer;
    private final Set<String> said;

    private Said(JsonNode node, String pointer, Set<String> said) {
        this.node = node;
        this.pointer = pointer;
        this.said = said;
    }

    /** A value that is in no box. */
    record Leaf(String pointer, String value) {}

    static Said of(JsonNode document) {
        return new Said(document, "", new HashSet<>());
    }

    Said at(String... members) {
        var here = this;
        for (var member : members) {
            var next = here.node.get(member);
            here = new Said(next == null ? MissingNode.getInstance() : next, step(here.pointer, member), said);
        }
        return here;
    }

    List<Said> items() {
        if (!node.isArray()) {
            return List.of();
        }
        var all = new ArrayList<Said>(node.size());
        for (int i = 0; i < node.size(); i++) {
            all.add(new Said(node.get(i), step(pointer, Integer.toString(i)), said));
        }
        return all;
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    boolean isTrue() {
        return node.booleanValue();
    }

    /** The scalar as text, now said; empty when there is none. */
    String text() {
        if (!node.isValueNode() || node.isNull()) {
            return "";
        }
        said.add(pointer);
        return node.asText();
    }

    /** The scalar as text, without saying it. */
    String peek() {
        return node.isValueNode() ? node.asText() : "";
    }

    /** The words for a flag that is set, now said. */
    String flag(String member, String words) {
        var flag = at(member);
        return flag.isTrue() && !flag.text().isEmpty() ? words : "";
    }

    String text(String... members) {
        return at(members).text();
    }

    /** Each scalar of a list, now said. */
    List<String> texts(String member) {
        return at(member).items().stream().map(Said::text).toList();
    }

    /** {@code {value, unit}} in one piece, thousands separated. */
    String quantity() {
        var unit = text("unit");
        var value = number(text("value"));
        return value.isEmpty() ? unit : unit.isEmpty() ? value : value + " " + unit;
    }

    /** The number of a quantity, for totals; zero when there is none that makes sense to add up. */
    BigDecimal amount() {
        var value = node.get("value");
        return value != null && value.isNumber() ? sane(value.asText()) : BigDecimal.ZERO;
    }

    static String number(String text) {
        if (!text.matches("[0-9]{4,12}(\\.[0-9]{1,9})?")) {
            return text;
        }
        int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        var grouped = new StringBuilder(text);
        for (int at = end - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static BigDecimal sane(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    /** Everything below here that was put into no box, in the order of the document. */
    List<Leaf> leftOver() {
        var all = new ArrayList<Leaf>();
        collect(node, pointer, all);
        return all;
    }

    private void collect(JsonNode at, String where, List<Leaf> all) {
        if (at.isContainerNode()) {
            if (at.isEmpty()) {
                all.add(new Leaf(where, at.isArray() ? "[]" : "{}"));
            }
            for (var member : at.properties()) {
                collect(member.getValue(), step(where, member.getKey()), all);
            }
            for (int i = 0; at.isArray() && i < at.size(); i++) {
                collect(at.get(i), step(where, Integer.toString(i)), all);
            }
        } else if (!said.contains(where)) {
            all.add(new Leaf(where, at.asText()));
        }
    }

    private static String step(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
