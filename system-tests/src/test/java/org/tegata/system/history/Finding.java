package org.tegata.system.history;

/** Something that a register of title must never show. */
public record Finding(Rule rule, String bill, String what) {

    /** Which of the tests found it. */
    public enum Rule {
        /** No order of the calls explains the answers. */
        LINEARIZABLE,
        /** The record of a bill has no gap, no fork and no broken link. */
        RECORD,
        /** At each version from issue until the bill is closed exactly one party holds it. */
        ONE_HOLDER,
        /** What was acknowledged stands in the record. */
        ACKNOWLEDGED,
        /** Each entry is one act that a client asked for, once, on the head that it named. */
        EXACTLY_ONCE,
        /** All attempts of one act have one answer. */
        RETRY,
        /** An act that returned before another was asked for stands before it. */
        REAL_TIME,
        /** A reading shows a version that it may show. */
        READING,
        /** The events on the topic are those of the database, and those are the record's. */
        EVENTS,
        /** Repeated and reordered delivery comes to the same. */
        FOLD
    }

    @Override
    public String toString() {
        return rule + " " + bill + ": " + what;
    }
}
