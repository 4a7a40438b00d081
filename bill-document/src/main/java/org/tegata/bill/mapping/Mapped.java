package org.tegata.bill.mapping;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A bill in the other language.
 *
 * @param document the bill, said in the language mapped to
 * @param unsaid what that language cannot say, in the order of the document mapped from
 * @param origin where in the document mapped from a location of {@code document} comes from (XPath to JSON pointer, or
 *     the other way); of the nearest place above it if it comes from nowhere
 */
public record Mapped<T>(T document, List<Unsaid> unsaid, UnaryOperator<String> origin) {

    public Mapped {
        unsaid = List.copyOf(unsaid);
    }
}
