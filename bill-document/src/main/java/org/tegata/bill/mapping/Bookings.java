package org.tegata.bill.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The carrier's booking, which DCSA has with each item: the consignment's, or that of the item's containers where it is
 * another. After the items in the table, since it goes to what they became.
 */
record Bookings(Path booking, Path xmlItems, Path stowages, Path jsonItems, Path reference) implements Conversion {

    private static final String OWN = "CarrierAssignedBookingID";

    static Bookings of(Named named) {
        var items = named.xml(1);
        return new Bookings(
                named.xml(0),
                items,
                existing(named.word(1), items.type()),
                named.json(0),
                existing(named.word(2), named.json(0).type()));
    }

    private static Path existing(String path, Type type) {
        var parsed = Path.parse(path, type);
        if (parsed == null) {
            throw new IllegalArgumentException(type + " has no " + path);
        }
        return parsed;
    }

    /** The first item's booking is the consignment's; others are with every container of theirs. */
    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON) {
            return;
        }
        var general = booking.one(at);
        var firstItem = xmlItems.one(at);
        var first = firstItem == null ? null : ownBooking(firstItem);
        if (first == null || first.value == null || general != null && first.value.equals(general.value)) {
            xmlItems.each(at, item -> settle(item, general == null ? null : general.value));
            return;
        }
        var others = general == null ? null : general.twin(general.value);
        xmlItems.each(at, item -> {
            if (others != null && ownBooking(item) == null) {
                stowages.each(item, stowage -> give(stowage, String.valueOf(others.value)));
            }
        });
        if (general == null) {
            booking.put(at, first.twin(first.value), null);
        } else {
            general.value = first.value;
        }
        String now = first.value;
        xmlItems.each(at, item -> settle(item, now));
    }

    /** The booking of an item, which the first of its containers names. */
    private @Nullable Place ownBooking(Place item) {
        var stowage = stowages.one(item);
        return stowage == null ? null : stowage.part(OWN);
    }

    /** An item's own booking stands with each of its containers, or with none if it is the consignment's. */
    private void settle(Place item, @Nullable String general) {
        var first = ownBooking(item);
        if (first == null || first.value == null) {
            return;
        }
        String its = first.value;
        stowages.each(item, stowage -> {
            var there = stowage.part(OWN);
            if (there == null && !its.equals(general)) {
                give(stowage, its);
            } else if (there != null && its.equals(there.value)) {
                there.said = true;
                if (its.equals(general) && there.next() == null) {
                    there.drop();
                }
            }
        });
    }

    private static void give(Place stowage, String its) {
        if (stowage.part(OWN) == null) {
            stowage.put(OWN, its, null).said = true;
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var general = booking.one(from);
        var said = new boolean[1];
        jsonItems.each(to, item -> {
            var own = item.origin == null ? null : ownBooking(item.origin);
            var source = own == null ? general : own;
            if (source != null && source.value != null) {
                Conversion.say(source, reference.make(item, source), source.value);
                if (general != null && source.value.equals(general.value)) {
                    general.said = true;
                }
                said[0] = true;
            }
        });
        return said[0];
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var firstItem = jsonItems.one(from);
        var first = firstItem == null ? null : reference.one(firstItem);
        @Nullable String general = first == null || first.closed ? null : first.value;
        if (first != null && general != null) {
            Conversion.say(first, booking.make(to, first), general);
        }
        xmlItems.each(to, item -> {
            var its = item.origin == null ? null : reference.one(item.origin);
            if (its == null || its.closed || its.value == null) {
                return;
            }
            its.said = its.value.equals(general);
            if (!its.said) {
                stowages.each(
                        item, stowage -> Conversion.say(its, stowage.put(OWN, "", its), String.valueOf(its.value)));
            }
        });
        return general != null;
    }
}
