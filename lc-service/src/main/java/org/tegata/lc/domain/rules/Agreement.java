package org.tegata.lc.domain.rules;

/** How two values stand to each other: data need not be identical, but must not conflict (UCP 600 art. 14(d)). */
enum Agreement {
    AGREES,
    CONFLICTS,
    /** Nobody can tell from the data. */
    UNKNOWN;

    /** The better of two ways to compare. */
    Agreement or(Agreement other) {
        if (this == AGREES || other == AGREES) {
            return AGREES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : CONFLICTS;
    }
}
