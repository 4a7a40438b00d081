package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON pointers of all values that are neither object nor array. */
final class Leaves {

    private Leaves() {}

    static List<String> of(String json) throws IOException {
        var found = new ArrayList<String>();
        collect(new ObjectMapper().readTree(json), "", found);
        return found;
    }

    private static void collect(JsonNode node, String at, List<String> found) {
        if (node.isValueNode()) {
            found.add(at);
        }
        for (var member : node.properties()) {
            collect(member.getValue(), at + "/" + member.getKey(), found);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at + "/" + i, found);
            }
        }
    }
}
