package org.tegata.cli.validate;

/** How many of what there were. */
public final class Summary {
    private final long began = System.nanoTime();
    private int valid;
    private int invalid;
    private int unreadable;
    private int accepted;
    private long ended;

    /** Counts one more. */
    public void count(Judged judged) {
        if (judged.verdict() == null) {
            unreadable++;
        } else if (judged.verdict().valid()) {
            valid++;
        } else {
            invalid++;
        }
        if (judged.accepted()) {
            accepted++;
        }
    }

    /** Stops the clock. */
    public void end() {
        ended = System.nanoTime();
    }

    public int files() {
        return valid + invalid + unreadable;
    }

    public int valid() {
        return valid;
    }

    public int invalid() {
        return invalid;
    }

    public int unreadable() {
        return unreadable;
    }

    public int accepted() {
        return accepted;
    }

    public double seconds() {
        return ((ended == 0 ? System.nanoTime() : ended) - began) / 1e9;
    }
}
