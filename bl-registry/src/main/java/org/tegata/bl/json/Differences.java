package org.tegata.bl.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.dcsa.JsonText;

/**
 * What an amended bill says otherwise than the one whose place it takes, field by field (MLETR art. 16: amended
 * information is identified as such). A pure function on two DCSA transport documents.
 */
public final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /**
     * One field, or one branch, that is not the same.
     *
     * @param path JSON pointer (RFC 6901) into the new document; into the old one for what was left out
     * @param before null for what is new
     * @param after null for what was left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** All differences, by member names and positions; throws IllegalArgumentException on what is not JSON. */
    public static List<Difference> between(String before, String after) {
        var differences = new Differences();
        differences.compare("", read(before), read(after));
        return List.copyOf(differences.found);
    }

    private static JsonNode read(String json) {
        var outcome = JsonText.read(json);
        var tree = outcome.tree();
        if (tree == null) {
            throw new IllegalArgumentException("the transport document " + outcome.refusal());
        }
        return tree;
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null) {
            if (same(before, after)) {
                return;
            }
            if (before.isObject() && after.isObject()) {
                members(path, before, after);
                return;
            }
            if (before.isArray() && after.isArray()) {
                items(path, before, after);
                return;
            }
        }
        found.add(new Difference(path, before, after));
    }

    private void members(String path, JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var token = name.replace("~", "~0").replace("/", "~1");
            compare(path + "/" + token, before.get(name), after.get(name));
        }
    }

    /** Items that stayed at either end are set aside: one that was put in or left out does not shift those after it. */
    private void items(String path, JsonNode before, JsonNode after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && same(before.get(start), after.get(start))) {
            start++;
        }
        int kept = 0;
        while (kept < shorter - start
                && same(before.get(before.size() - 1 - kept), after.get(after.size() - 1 - kept))) {
            kept++;
        }
        int old = before.size() - kept;
        int now = after.size() - kept;
        for (int i = start; i < Math.max(old, now); i++) {
            compare(path + "/" + i, i < old ? before.get(i) : null, i < now ? after.get(i) : null);
        }
    }

    /** Equal as RFC 8785 sees it: 12000.0 is 12000. */
    private static boolean same(JsonNode one, JsonNode two) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? Double.compare(left.doubleValue(), right.doubleValue())
                        : left.equals(right) ? 0 : 1,
                two);
    }
}
