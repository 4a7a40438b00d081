package org.tegata.bill.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A transport document with some of its places changed, in place. */
final class JsonMutation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final RandomGenerator random;

    JsonMutation(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode of(ObjectNode document) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            var all = new ArrayList<JsonNode>();
            collect(document, all);
            var place = all.get(random.nextInt(all.size()));
            if (place instanceof ObjectNode object) {
                change(object, all);
            } else if (place instanceof ArrayNode array) {
                change(array, all);
            }
        }
        return document;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node.isContainerNode()) {
            all.add(node);
            node.forEach(child -> collect(child, all));
        }
    }

    private void change(ObjectNode object, List<JsonNode> all) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(10) == 0) {
            object.set("beyond/the~table" + random.nextInt(3), value(all));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, like(object.path(name), all));
        }
    }

    private void change(ArrayNode array, List<JsonNode> all) {
        if (array.isEmpty()) {
            array.add(value(all));
            return;
        }
        int at = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            case 2 -> array.removeAll();
            default -> array.set(at, like(array.get(at), all));
        }
    }

    /** Mostly of the same type, so that it gets past the first check. */
    private JsonNode like(JsonNode was, List<JsonNode> all) {
        if (random.nextInt(8) == 0) {
            return value(all);
        }
        return switch (was.getNodeType()) {
            case STRING -> NODES.textNode(Tough.jsonText(random));
            case NUMBER -> NODES.numberNode(new BigDecimal(Tough.number(random)));
            case BOOLEAN -> NODES.booleanNode(!was.booleanValue());
            default -> was;
        };
    }

    private JsonNode value(List<JsonNode> all) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(new BigDecimal(Tough.number(random)));
            case 2 -> NODES.booleanNode(true);
            case 3 -> all.get(random.nextInt(all.size())).deepCopy();
            case 4 -> NODES.arrayNode();
            default -> NODES.textNode(Tough.jsonText(random));
        };
    }
}
