package org.tegata.bill.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** A document without its unsaid places; what they stood in stays, since others are counted from it. */
final class Without {

    private final Set<String> places;

    private Without(List<Unsaid> unsaid) {
        places = unsaid.stream()
                .filter(one -> !one.reason().equals(Reasons.WHITE_SPACE))
                .map(Unsaid::location)
                .collect(Collectors.toSet());
    }

    static XmlElement unsaid(XmlElement bill, List<Unsaid> unsaid) {
        var left = new Without(unsaid).xml(bill, null);
        if (left == null) {
            throw new IllegalStateException("nothing of the bill is said");
        }
        return left;
    }

    private @Nullable XmlElement xml(XmlElement element, @Nullable XmlElement parent) {
        String path = element.path();
        if (places.contains(path)) {
            return null;
        }
        var copy = new XmlElement(element.namespace(), element.prefix(), element.name());
        if (parent != null) {
            parent.add(copy);
        }
        copy.text(element.text());
        element.attributes((name, value) -> {
            if (!places.contains(path + "/@" + name)) {
                copy.attribute(name, value);
            }
        });
        element.children().forEach(child -> xml(child, copy));
        return copy;
    }

    static ObjectNode unsaid(ObjectNode document, List<Unsaid> unsaid) {
        return (ObjectNode) new Without(unsaid).json(document, "");
    }

    private JsonNode json(JsonNode node, String at) {
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                String place = at + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
                if (!places.contains(place)) {
                    copy.set(member.getKey(), json(member.getValue(), place));
                }
            });
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                if (!places.contains(at + "/" + i)) {
                    copy.add(json(node.get(i), at + "/" + i));
                }
            }
            return copy;
        }
        return node;
    }
}
