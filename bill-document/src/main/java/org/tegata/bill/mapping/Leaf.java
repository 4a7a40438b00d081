package org.tegata.bill.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A row about a value.
 *
 * @param reason why a value is not said that has no counterpart
 * @param otherwise what the JSON says when the XML has no such element, or none that it can say; null for nothing
 * @param onlyAbsent whether it says that only when there is no such element at all
 */
record Leaf(
        int row,
        Path xml,
        Path json,
        Scalar scalar,
        @Nullable String otherwise,
        boolean onlyAbsent,
        String reason) implements Step {

    private Path path(Side side) {
        return side == Side.XML ? xml : json;
    }

    @Override
    public void tidy(Place at, Pass pass) {
        var path = path(pass.side());
        path.tidy(at, row, pass);
        path.each(at, place -> tidyOne(place, pass.side()));
        var implied =
                otherwise == null ? null : pass.side() == Side.JSON ? otherwise : scalar.across(otherwise, Side.JSON);
        if (implied != null && path.one(at) == null && path.parent(at) != null && path.isFree(at)) {
            path.make(at, null).value = implied;
        }
    }

    private void tidyOne(Place place, Side side) {
        String value = place.value;
        if (value == null || place.closed) {
            return;
        }
        if (side == Side.JSON && scalar.isImplied(value)) {
            place.said = true;
            place.drop();
        } else {
            place.value = scalar.tidy(value, side);
        }
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        var said = new boolean[1];
        path(side).each(from, place -> said[0] |= one(place, to, side));
        if (otherwise == null || said[0] || side == Side.JSON) {
            return said[0];
        }
        var unread = onlyAbsent ? unread(from) : null;
        if (unread != null) {
            unread.reason = Reasons.UNREADABLE;
            return false;
        }
        json.make(to, from).value = otherwise;
        return true;
    }

    private @Nullable Place unread(Place from) {
        var parent = xml.parent(from);
        return parent == null ? null : parent.part(xml.name());
    }

    private boolean one(Place place, Place to, Side side) {
        String value = place.value;
        if (value == null || place.said || place.closed) {
            return false;
        }
        String across = scalar.across(value, side);
        if (across == null && value.equals(otherwise) && side == Side.JSON) {
            place.said = true;
            return false;
        }
        if (across == null || !value.equals(scalar.across(across, side.other()))) {
            place.reason = place.reason == null ? reason : place.reason;
            return false;
        }
        var target = path(side.other()).isFree(to) ? path(side.other()).make(to, place) : null;
        if (target == null || target.value != null && !target.value.equals(across)) {
            place.reason = Reasons.SAID_OTHERWISE;
            return false;
        }
        target.value = across;
        target.origin = place;
        place.said = true;
        path(side).mark(place);
        return true;
    }
}
