package org.tegata.bill.mapping;

/** A row about an element that follows from others: DCSA need not say it, canonical XML has it. */
record Derivation(Path xml, Formula formula, String reason) implements Step {

    @Override
    public void derive(Place at, boolean saidOnly) {
        var follows = formula.of(at, xml.type(), xml.name(), saidOnly);
        if (follows == null) {
            xml.each(at, there -> Conversion.refuse(there, reason));
            return;
        }
        if (xml.one(at) == null) {
            if (!saidOnly && (xml.parent(at) != null || formula.kind() != Formula.Kind.ALWAYS)) {
                follows.allSaid();
                xml.put(at, follows, null);
            }
            return;
        }
        xml.each(at, there -> {
            if (there.isWithin(follows) || Formula.isSame(there, follows)) {
                adopt(there, follows);
            } else {
                there.reason = reason;
            }
        });
    }

    /** The canonical spelling of what is there, and what it leaves out. */
    private static void adopt(Place place, Place follows) {
        place.value = follows.value;
        place.said = true;
        for (var at = follows.attributes(); at != null; at = at.next()) {
            place.attribute(at.name, String.valueOf(at.value)).said = true;
        }
        for (var part : follows.type.parts()) {
            var there = place.first(part.slot());
            for (var at = follows.first(part.slot()); at != null; at = at.next()) {
                if (there == null) {
                    place.add(part, at.copy(at.type, at.name)).allSaid();
                } else {
                    adopt(there, at);
                    there = there.next();
                }
            }
        }
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        return false;
    }
}
