package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what was not said of a document: whatever no row has marked. */
final class Unsaids {

    private record Found(Place place, String reason) {}

    private final Side side;
    private final List<Found> found = new ArrayList<>();

    private Unsaids(Side side) {
        this.side = side;
    }

    /**
     * What was not said.
     *
     * @param most how many are told one by one; a last one tells how many more there are
     */
    static List<Unsaid> in(Place root, Side side, int most) {
        var unsaids = new Unsaids(side);
        unsaids.walk(root, null);
        unsaids.found.sort(Comparator.comparingInt(one -> one.place().order));
        var told = new ArrayList<Unsaid>();
        for (var one : unsaids.found.subList(0, Math.min(most, unsaids.found.size()))) {
            told.add(new Unsaid(Location.of(one.place(), side), value(one.place()), one.reason()));
        }
        if (unsaids.found.size() > most) {
            int more = unsaids.found.size() - most;
            told.add(new Unsaid(Location.of(root, side), String.valueOf(more), Reasons.SO_MANY_MORE));
        }
        return List.copyOf(told);
    }

    private void walk(Place place, @Nullable String above) {
        String reason = place.reason == null ? above : place.reason;
        if (place.value != null) {
            value(place, reason);
        } else if (place.isEmpty() && !place.said && !place.kept) {
            found.add(new Found(place, Reasons.SAYS_NOTHING));
        }
        if (place.value == null || place.said) {
            for (var at = place.attributes(); at != null; at = at.next()) {
                if (!at.said) {
                    found.add(new Found(at, at.reason == null ? general(null) : at.reason));
                }
            }
        }
        for (var at = place.strangers(); at != null; at = at.next()) {
            found.add(new Found(at, general(at.reason)));
        }
        place.each(part -> walk(part, reason));
    }

    private void value(Place place, @Nullable String reason) {
        if (!place.said) {
            found.add(new Found(place, general(reason)));
        } else if (place.raw != null) {
            found.add(new Found(place, Reasons.WHITE_SPACE));
        }
    }

    private String general(@Nullable String reason) {
        return reason != null ? reason : side == Side.XML ? Reasons.NO_MEMBER : Reasons.NO_ELEMENT;
    }

    /** What stands there, with the attributes that go unsaid together with it. */
    private static String value(Place place) {
        String words = place.raw != null ? place.raw : place.value == null ? "" : place.value;
        if (place.said || place.attributes() == null) {
            return words;
        }
        var attributes = new ArrayList<Place>();
        for (var at = place.attributes(); at != null; at = at.next()) {
            if (at.order > 0) {
                attributes.add(at);
            }
        }
        attributes.sort(Comparator.comparingInt(at -> at.order));
        var told = new StringBuilder(words);
        for (var at : attributes) {
            told.append(told.isEmpty() ? "@" : " @").append(at.name).append('=').append(at.value);
        }
        return told.toString();
    }
}
