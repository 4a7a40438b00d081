package org.tegata.bill.mapping;

/** A row about what one language says and the other cannot. */
record Silence(Side of, Path path, String reason) implements Step {

    @Override
    public boolean follow(Place from, Place to, Side side) {
        if (side == of) {
            path.each(from, place -> place.reason = place.reason == null ? reason : place.reason);
        }
        return false;
    }
}
