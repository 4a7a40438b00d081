package org.tegata.bill.mapping;

/**
 * A row, or several with the same beginning, about something with parts: each element that the one path leads to is the
 * member that the other leads to, and {@code steps} are about their parts.
 *
 * @param always whether it is there even if nothing of it is said: others are counted from it
 */
record Branch(int row, Path xml, Path json, Step steps, boolean always) implements Step {

    private Path path(Side side) {
        return side == Side.XML ? xml : json;
    }

    @Override
    public void tidy(Place at, Pass pass) {
        path(pass.side()).tidy(at, row, pass);
        path(pass.side()).each(at, place -> {
            steps.tidy(place, pass);
            place.kept |= always;
        });
    }

    @Override
    public void derive(Place at, boolean saidOnly) {
        xml.each(at, place -> steps.derive(place, saidOnly));
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        var said = new boolean[1];
        path(side).each(from, place -> said[0] |= one(place, to, side));
        return said[0];
    }

    private boolean one(Place place, Place to, Side side) {
        var path = path(side.other());
        var there = path.isMany() ? null : path.one(to);
        var target = there == null ? new Place(path.type(), path.name()) : there;
        boolean said = steps.follow(place, target, side);
        if (there == null && (always || !target.isEmpty()) && path.isFree(to)) {
            path.put(to, target, place).kept |= always;
        }
        if (said) {
            path(side).mark(place);
        }
        return said;
    }
}
