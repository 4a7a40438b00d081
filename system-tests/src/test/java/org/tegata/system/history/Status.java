package org.tegata.system.history;

/** The states of a bill that never leaves its platform. */
public enum Status {
    DRAFT,
    ISSUED,
    PLEDGED,
    PENDING_SURRENDER_FOR_DELIVERY,
    SURRENDERED_FOR_DELIVERY,
    PENDING_SURRENDER_FOR_AMENDMENT,
    SURRENDERED_FOR_AMENDMENT,
    VOIDED;

    /** Nothing may follow. */
    public boolean closed() {
        return this == SURRENDERED_FOR_DELIVERY || this == SURRENDERED_FOR_AMENDMENT || this == VOIDED;
    }

    boolean pending() {
        return this == PENDING_SURRENDER_FOR_DELIVERY || this == PENDING_SURRENDER_FOR_AMENDMENT;
    }
}
