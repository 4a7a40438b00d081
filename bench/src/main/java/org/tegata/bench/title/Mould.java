package org.tegata.bench.title;

import java.util.ArrayList;
import java.util.List;

/** A text in which some words are left open. */
final class Mould {
    private final List<String> pieces = new ArrayList<>();
    private final List<Integer> holes = new ArrayList<>();
    private int length;

    /** Wherever one of the words stands in the text, its value will stand. Words must not lie in each other. */
    Mould(String text, List<String> words) {
        int from = 0;
        while (true) {
            int at = text.length();
            int hole = -1;
            for (int i = 0; i < words.size(); i++) {
                int found = text.indexOf(words.get(i), from);
                if (found >= 0 && found < at) {
                    at = found;
                    hole = i;
                }
            }
            pieces.add(text.substring(from, at));
            length += at - from;
            if (hole < 0) {
                return;
            }
            holes.add(hole);
            length += words.get(hole).length();
            from = at + words.get(hole).length();
        }
    }

    /** The text with these values in place of the words. */
    String fill(String... values) {
        StringBuilder text = new StringBuilder(length + 64).append(pieces.get(0));
        for (int i = 0; i < holes.size(); i++) {
            text.append(values[holes.get(i)]).append(pieces.get(i + 1));
        }
        return text.toString();
    }
}
