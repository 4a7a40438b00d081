package org.tegata.bill.mapping;

import org.jspecify.annotations.Nullable;

/** How a single value is said in both languages. Immutable. */
interface Scalar {

    /** The value in the other language, or null if that has none for it. */
    @Nullable
    String across(String value, Side from);

    /** The one spelling of the value. */
    default String tidy(String value, Side side) {
        return value;
    }

    /** Whether the XML says it by saying nothing. */
    default boolean isImplied(String json) {
        return false;
    }

    /** Why a value is not said. */
    default String reason() {
        return Reasons.NOT_A_VALUE;
    }

    /** What the XML's element must have beyond its value, or null. */
    default @Nullable Condition condition() {
        return null;
    }
}
