package org.tegata.bl.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Everything that a DCSA transport document says, value by value: nothing of it may be left out (MLETR art. 17). */
final class Particulars {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Particulars() {}

    /** One value under the names that lead to it. */
    record Particular(String name, String value) {}

    static List<Particular> of(String transportDocument) {
        try {
            var all = new ArrayList<Particular>();
            collect(JSON.readTree(transportDocument), "", all);
            return List.copyOf(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a transport document on record is JSON", impossible);
        }
    }

    private static void collect(JsonNode node, String name, List<Particular> all) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(field.getValue(), join(name, field.getKey()), all));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), join(name, Integer.toString(i + 1)), all);
            }
        } else {
            all.add(new Particular(name, node.asText()));
        }
    }

    private static String join(String name, String next) {
        return name.isEmpty() ? next : name + " / " + next;
    }
}
