package org.tegata.invoice.domain;

import org.jspecify.annotations.Nullable;

/**
 * A field that every invoice should have.
 *
 * @param at where it stands, or where it should stand: an XPath with positions
 * @param value null when the document does not have it
 */
public record Field<T>(String at, @Nullable T value) {

    /** The value of a field that the rules have found present. */
    public T present() {
        if (value == null) {
            throw new IllegalStateException("the rules let pass an invoice without " + at);
        }
        return value;
    }
}
