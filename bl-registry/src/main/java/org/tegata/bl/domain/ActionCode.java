package org.tegata.bl.domain;

/** The transaction types of an endorsement chain (DCSA PINT 3.0.0, {@code Transaction.actionCode}). */
public enum ActionCode {
    /** The carrier issues the bill to its first holder; exactly once, first. */
    ISSUE,
    /** Possession moves to the recipient. */
    TRANSFER,
    /** The recipient becomes the endorsee and cannot endorse on. */
    ENDORSE,
    /** The recipient becomes the endorsee and may endorse on. */
    ENDORSE_TO_ORDER,
    /** Whoever possesses the bill is entitled. */
    BLANK_ENDORSE,
    /** The possessor confirms its possession visibly. */
    SIGN,
    /** The possessor asks the carrier for the goods. */
    SURRENDER_FOR_DELIVERY,
    /** The possessor asks the carrier for an amended bill, or for paper. */
    SURRENDER_FOR_AMENDMENT,
    /** The carrier accepts the surrender; nothing may follow. */
    SACC,
    /** The carrier refuses the surrender; possession returns to whoever surrendered. */
    SREJ;

    boolean isSurrender() {
        return this == SURRENDER_FOR_DELIVERY || this == SURRENDER_FOR_AMENDMENT;
    }

    boolean isEndorsement() {
        return this == ENDORSE || this == ENDORSE_TO_ORDER || this == BLANK_ENDORSE;
    }
}
