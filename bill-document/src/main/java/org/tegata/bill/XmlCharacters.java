package org.tegata.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** Finds text of a JSON bill that no XML 1.0 document can hold (section 2.2), such as U+0001. */
final class XmlCharacters {

    private static final String RULE = "JSON-CHARACTER";
    private static final int MAX_FINDINGS = 50;

    private final List<Finding> found = new ArrayList<>();

    private XmlCharacters() {}

    static List<Finding> check(JsonNode document) {
        var check = new XmlCharacters();
        check.node(document, "");
        return check.found;
    }

    private void node(JsonNode node, String at) {
        if (found.size() >= MAX_FINDINGS) {
            return;
        }
        if (node.isTextual()) {
            text(node.textValue(), at);
        } else if (node.isObject()) {
            node.properties().forEach(member -> node(member.getValue(), at + '/' + escaped(member.getKey())));
        } else {
            for (int i = 0; i < node.size(); i++) {
                node(node.get(i), at + '/' + i);
            }
        }
    }

    private void text(String text, String at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half characters are no JSON here either (JsonText).
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF') {
                String character = "U+%04X".formatted((int) c);
                found.add(new Finding(
                        RULE,
                        Severity.ERROR,
                        at,
                        "holds " + character + ", which XML cannot say",
                        character + " を含みますが、XML では表せません。",
                        character,
                        "text of XML 1.0",
                        null,
                        null));
                return;
            }
        }
    }

    /** RFC 6901 section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
