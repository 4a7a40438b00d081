package org.tegata.rules.document;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An element of the document, as rules read it; it has passed the schema.
 *
 * <p>Read it while a rule runs and keep nothing of it: the parts of a line are used again for the next line.
 */
public interface Element {

    Name name();

    /** Null for the root. */
    @Nullable
    Element parent();

    @Nullable
    Element firstChild();

    /** The next child of its parent, of whatever name. */
    @Nullable
    Element next();

    /** Which of the children of this name of its parent it is, counted from 1. */
    int position();

    /**
     * Its own text, as written, white space included; empty for an element with children. Base64 is not kept: there it
     * is always empty, and only {@link #blank()} tells.
     */
    String text();

    /** The value of an attribute without a namespace, normalised as XML does; null where there is none. */
    @Nullable
    String attribute(String attribute);

    /** Whether it has any attribute besides {@code xsi:} ones. */
    boolean hasAttributes();

    /** Whether its text is nothing but XML's white space (space, tab, line feed, carriage return). */
    boolean blank();

    /** The first child of that name, or null. */
    default @Nullable Element child(Name name) {
        for (Element child = firstChild(); child != null; child = child.next()) {
            if (child.name() == name) {
                return child;
            }
        }
        return null;
    }

    default boolean has(Name child) {
        return child(child) != null;
    }

    default int count(Name name) {
        int count = 0;
        for (Element child = firstChild(); child != null; child = child.next()) {
            if (child.name() == name) {
                count++;
            }
        }
        return count;
    }

    /** The text of the first child of that name; null where there is none. */
    default @Nullable String text(Name child) {
        var found = child(child);
        return found == null ? null : found.text();
    }

    /** No amount, rate or quantity needs more characters; the time of reading one grows with their square. */
    int LONGEST_NUMBER = 1_000;

    /**
     * Its text as a number; null where it is none, or absurdly long. The schema has seen to the form of amounts, rates
     * and quantities.
     */
    default @Nullable BigDecimal decimal() {
        var written = text().strip();
        try {
            return written.isEmpty() || written.length() > LONGEST_NUMBER ? null : new BigDecimal(written);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Whether an element of that name is above it. */
    default boolean within(Name name) {
        for (Element above = parent(); above != null; above = above.parent()) {
            if (above.name() == name) {
                return true;
            }
        }
        return false;
    }
}
