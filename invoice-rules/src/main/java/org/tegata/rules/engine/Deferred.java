package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rules of lines that only the end of the document can answer, as numbers: a long invoice has several for each line.
 *
 * <p>One entry: index into the rules asked, ordinal, number of steps from the root, and of each step the node's index
 * and the position.
 */
final class Deferred {

    private final List<Asking> asked = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private int[] numbers = new int[256];
    private int end;

    void add(Asking asking, Part part) {
        int depth = 0;
        for (Part above = part; above != null; above = above.parent) {
            depth++;
        }
        int needed = end + 3 + 2 * depth;
        if (needed > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(needed, numbers.length * 2));
        }
        numbers[end] = index(asked, asking);
        numbers[end + 1] = part.ordinal;
        numbers[end + 2] = depth;
        int at = needed;
        for (Part above = part; above != null; above = above.parent) {
            at -= 2;
            numbers[at] = index(nodes, above.node);
            numbers[at + 1] = above.position;
        }
        end = needed;
    }

    private static <E> int index(List<E> known, E one) {
        // A document has few different ones; they are met again and again.
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i) == one) {
                return i;
            }
        }
        known.add(one);
        return known.size() - 1;
    }

    /** Tells of those that the document does not answer with yes. */
    void settle(Judge judge) {
        for (int at = 0; at < end; at += 3 + 2 * numbers[at + 2]) {
            var asking = asked.get(numbers[at]);
            if (!judge.holdsByDocument(asking)) {
                judge.tell(asking, numbers[at + 1], location(at), null, null);
            }
        }
    }

    private String location(int at) {
        var path = new StringBuilder(200);
        for (int step = at + 3; step < at + 3 + 2 * numbers[at + 2]; step += 2) {
            Node node = nodes.get(numbers[step]);
            path.append(node.step);
            if (node.repeats) {
                path.append('[').append(numbers[step + 1]).append(']');
            }
        }
        return path.toString();
    }
}
