package org.tegata.rules;

/** A rule set was asked for that there is not. */
public final class UnknownRuleSetException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnknownRuleSetException(String asked) {
        super("There is no rule set " + asked);
    }
}
