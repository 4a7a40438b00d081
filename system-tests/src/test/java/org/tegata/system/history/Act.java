package org.tegata.system.history;

/** What a party may do to a bill, in the words of its signed statement. */
public enum Act {
    ISSUE,
    TRANSFER,
    REJECT_TRANSFER,
    ENDORSE,
    ENDORSE_TO_ORDER,
    BLANK_ENDORSE,
    SIGN,
    PLEDGE,
    RELEASE,
    SURRENDER_FOR_DELIVERY,
    SURRENDER_FOR_AMENDMENT,
    ACCEPT_SURRENDER,
    REFUSE_SURRENDER,
    VOID;

    /** Whether a record that knows fewer kinds of acts, or more, may call it so. */
    boolean mayBeRecordedAs(String word) {
        return switch (this) {
                    case ENDORSE, ENDORSE_TO_ORDER, BLANK_ENDORSE -> word.equals(ENDORSE.name());
                    case REFUSE_SURRENDER -> word.startsWith(name());
                    default -> word.equals(name());
                }
                || word.equals(name());
    }

    /** Whether the statement names another party. */
    public boolean namesParty() {
        return this == TRANSFER || this == PLEDGE || this == ENDORSE || this == ENDORSE_TO_ORDER;
    }
}
