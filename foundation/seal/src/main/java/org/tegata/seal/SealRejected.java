package org.tegata.seal;

/** A seal that does not hold: malformed, by an unknown or unfit key, or not over these bytes. */
public final class SealRejected extends Exception {

    private static final long serialVersionUID = 1L;

    public SealRejected(String reason) {
        super(reason);
    }
}
