package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One way through a document that puts it into its canonical form. */
final class Pass {

    private record Siblings(Place parent, Type.Part part) {}

    private final Side side;
    private final Set<Siblings> ordered = new LinkedHashSet<>();

    Pass(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    /** Gives a place its rank among those of its name, unless an earlier row did. */
    void rank(Place place, int row) {
        var parent = place.parent();
        if (place.rank <= row || parent == null) {
            return;
        }
        place.rank = row;
        var part = place.partIn(parent);
        if (parent.last(part.slot()) != parent.first(part.slot())) {
            ordered.add(new Siblings(parent, part));
        }
    }

    /** Puts them in the order of their ranks; those of equal rank keep theirs. */
    void order() {
        for (var siblings : ordered) {
            int slot = siblings.part().slot();
            List<Place> all = new ArrayList<>();
            for (var at = siblings.parent().first(slot); at != null; at = at.next()) {
                all.add(at);
            }
            all.sort(Comparator.comparingInt(place -> place.rank));
            siblings.parent().replace(slot, all);
        }
    }
}
