package org.tegata.bill.mapping;

import java.util.List;

/** What is not one value for one value, or one part for one part: named in the table, done here, in both directions. */
interface Conversion extends Step {

    boolean toJson(Place xml, Place json);

    boolean toXml(Place json, Place xml);

    @Override
    default boolean follow(Place from, Place to, Side side) {
        return side == Side.XML ? toJson(from, to) : toXml(from, to);
    }

    /** Gives {@code target} the value that {@code from} says in another way. */
    static void say(Place from, Place target, String value) {
        target.value = value;
        target.origin = from;
        from.said = true;
    }

    /** The value is not said, for that reason unless a better one is known. */
    static void refuse(Place place, String reason) {
        place.reason = place.reason == null ? reason : place.reason;
    }

    /** What a row names. */
    record Named(int row, List<Path> xml, List<Path> json, List<String> words, Sections sections) {

        Path xml(int i) {
            return at(xml, i);
        }

        Path json(int i) {
            return at(json, i);
        }

        private static Path at(List<Path> paths, int i) {
            if (i >= paths.size()) {
                throw new IllegalArgumentException("too few paths");
            }
            return paths.get(i);
        }

        String word(int i) {
            if (i >= words.size()) {
                throw new IllegalArgumentException(words.get(0) + " needs " + i + " words more");
            }
            return words.get(i);
        }
    }

    /** The rows of a section for two types. */
    interface Sections {
        Steps of(String section, Type xml, Type json);
    }
}
