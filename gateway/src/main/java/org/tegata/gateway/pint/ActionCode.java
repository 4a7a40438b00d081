package org.tegata.gateway.pint;

/** The kinds of transaction in a transfer chain (DCSA PINT 3.0.0, Transaction.actionCode). */
public enum ActionCode {
    ISSUE(true, true),
    TRANSFER(true, true),
    ENDORSE(true, false),
    ENDORSE_TO_ORDER(true, false),
    BLANK_ENDORSE(false, false),
    SIGN(false, false),
    SURRENDER_FOR_DELIVERY(true, true),
    SURRENDER_FOR_AMENDMENT(true, true),
    SACC(false, false),
    SREJ(false, true);

    private final boolean needsRecipient;
    private final boolean movesPossession;

    ActionCode(boolean needsRecipient, boolean movesPossession) {
        this.needsRecipient = needsRecipient;
        this.movesPossession = movesPossession;
    }

    boolean needsRecipient() {
        return needsRecipient;
    }

    /** False for what crosses platforms as a notification only: the possession stays where it was. */
    boolean movesPossession() {
        return movesPossession;
    }

    boolean isSurrender() {
        return this == SURRENDER_FOR_DELIVERY || this == SURRENDER_FOR_AMENDMENT;
    }

    boolean answersSurrender() {
        return this == SACC || this == SREJ;
    }
}
