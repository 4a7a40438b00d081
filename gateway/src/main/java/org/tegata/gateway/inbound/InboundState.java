package org.tegata.gateway.inbound;

/** Where a received envelope stands. */
enum InboundState {
    /** Verified; documents are awaited. */
    ACTIVE,
    /** Everything is here; the registry is being asked, or was when the process died. */
    COMMITTING,
    /** The registry has the bill, and RECE is stored. */
    ACCEPTED,
    /** Answered BENV. */
    REFUSED,
    /** Answered DISE: a person must look. */
    DISPUTED,
    /** The sender started anew with another last entry before this one was complete. */
    REPLACED;

    boolean isOpen() {
        return this == ACTIVE || this == COMMITTING;
    }
}
