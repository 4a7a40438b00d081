package org.tegata.bill.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a path: which parts of a place it leads to. */
record Hop(Type.Part part, Which which, List<Condition> conditions) {

    enum Which {
        /** The first that fits. */
        ONE,
        /** {@code []}: each that fits, one by one with those of the other language. */
        EACH,
        /** {@code [all]}: all that fit, read as if they were one. */
        ALL,
        /** {@code [first]}, if it fits. */
        FIRST,
        /** {@code [last]}, if it fits. */
        LAST,
        /** {@code [rest]}: those after the first. */
        REST
    }

    /** The first part that it leads to, or null. */
    @Nullable
    Place first(Place at) {
        var head = at.first(part.slot());
        return switch (which) {
            case FIRST -> head != null && fits(head) ? head : null;
            case LAST -> {
                var tail = at.last(part.slot());
                yield tail != null && fits(tail) ? tail : null;
            }
            case REST -> head == null ? null : next(head);
            default -> head == null || fits(head) ? head : next(head);
        };
    }

    /** The next part that it leads to, or null. */
    @Nullable
    Place next(Place after) {
        if (which == Which.FIRST || which == Which.LAST) {
            return null;
        }
        var at = after.next();
        while (at != null && !fits(at)) {
            at = at.next();
        }
        return at;
    }

    boolean isMany() {
        return which == Which.EACH || which == Which.ALL || which == Which.REST;
    }

    /** Whether another place can be put there. */
    boolean isFree(Place at) {
        return part.repeats() || at.first(part.slot()) == null;
    }

    boolean fits(Place place) {
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(place)) {
                return false;
            }
        }
        return true;
    }

    void mark(Place place) {
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).mark(place);
        }
    }

    /** Puts a place where the hop leads to. */
    Place add(Place at, Place place, @Nullable Place origin) {
        if (which == Which.REST && at.first(part.slot()) == null) {
            at.add(part).kept = true;
        }
        at.add(part, place);
        place.origin = place.origin == null ? origin : place.origin;
        for (int i = 0; i < conditions.size(); i++) {
            conditions.get(i).write(place, origin);
        }
        return place;
    }
}
