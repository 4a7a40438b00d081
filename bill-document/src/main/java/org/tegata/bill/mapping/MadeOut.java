package org.tegata.bill.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.OrderWords;

/**
 * Whom the bill is made out to (ISBP 821 E12, E13). The words in the consignee's name: a name alone, TO ORDER OF a
 * name, TO ORDER (OF SHIPPER), TO BEARER; at DCSA isToOrder with a consignee, an endorsee, the shipper as endorsee, or
 * nobody.
 *
 * @param of what is the named consignee's alone, in XML
 */
record MadeOut(
        Path consignee,
        Path consignor,
        List<Path> of,
        Path toOrder,
        Path named,
        Path endorsee,
        Path shipper,
        Steps straight,
        Steps order)
        implements Conversion {

    private static final String NAME = "Name";
    private static final String ORDER_OF = "TO ORDER OF ";
    private static final String ORDER_OF_SHIPPER = "TO ORDER OF SHIPPER";
    private static final String BEARER = "TO BEARER";
    private static final String NOBODY = "a bill to order or to bearer has no consignee";

    static MadeOut of(Named named) {
        var xml = named.xml();
        var consignee = named.xml(0);
        var sections = named.sections();
        return new MadeOut(
                consignee,
                named.xml(1),
                List.copyOf(xml.subList(2, xml.size())),
                named.json(0),
                named.json(1),
                named.json(2),
                named.json(3),
                sections.of(named.word(1), consignee.type(), named.json(1).type()),
                sections.of(named.word(1), consignee.type(), named.json(2).type()));
    }

    /** The words in their one spelling; a name as it is. */
    static String words(String name) {
        var read = OrderWords.read(name);
        return switch (read.kind()) {
            case BEARER -> BEARER;
            case ORDER_OF_SHIPPER -> ORDER_OF_SHIPPER;
            case ORDER_OF -> ORDER_OF + Words.of(read.party());
            case NAMED -> name;
        };
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            var party = consignee.one(at);
            if (party != null) {
                straight.tidy(party, pass);
                var name = party.part(NAME);
                if (name != null && name.value != null) {
                    name.value = words(name.value);
                    shorten(party, name, consignor.one(at));
                }
            }
            return;
        }
        named.each(at, party -> straight.tidy(party, pass));
        endorsee.each(at, party -> order.tidy(party, pass));
        var first = endorsee.one(at);
        var shippers = shipper.one(at);
        if (first != null && shippers != null && isShipper(first, shippers)) {
            fill(first, shippers);
        }
    }

    /** Adds what the other says beyond this, as said there. */
    private static void fill(Place place, Place other) {
        for (var part : place.type.parts()) {
            var own = place.first(part.slot());
            for (var there = other.part(part.name()); there != null; there = there.next()) {
                if (own == null) {
                    place.add(part, there.copy(part.type(), part.name())).allSaid();
                } else {
                    fill(own, there);
                    own = own.next();
                }
            }
        }
    }

    /** To the order of the party that is the shipper: to order of the shipper. */
    private static void shorten(Place party, Place name, @Nullable Place consignor) {
        String words = String.valueOf(name.value);
        if (consignor == null || !words.startsWith(ORDER_OF) || words.equals(ORDER_OF_SHIPPER)) {
            return;
        }
        name.value = words.substring(ORDER_OF.length());
        boolean isShipper = party.isWithin(consignor);
        name.value = isShipper ? ORDER_OF_SHIPPER : words;
        if (isShipper) {
            party.each(part -> {
                part.allSaid();
                if (part != name) {
                    part.drop();
                }
            });
            name.said = false;
        }
    }

    private static boolean isShipper(Place endorsee, Place shipper) {
        return endorsee.part("partyName") != null && endorsee.isWithin(shipper);
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var party = consignee.one(from);
        if (party == null) {
            return false;
        }
        var name = party.part(NAME);
        String words = name == null || name.value == null ? "" : name.value;
        boolean isNamed = !words.equals(BEARER) && !words.startsWith(ORDER_OF);
        if (isNamed && !put(named, straight, party, to)) {
            return false;
        }
        var shippers = shipper.one(to);
        var copy = shippers == null || !words.equals(ORDER_OF_SHIPPER)
                ? null
                : shippers.copy(endorsee.type(), endorsee.name());
        if (words.equals(ORDER_OF_SHIPPER) && (copy == null || copy.isNothing())) {
            party.reason = "DCSA does not say who the shipper is";
            return false;
        }
        var says = toOrder.make(to, name == null ? party : name);
        says.value = String.valueOf(!isNamed);
        if (isNamed) {
            return true;
        }
        of.forEach(path -> path.each(from, place -> close(place)));
        if (words.startsWith(ORDER_OF) && !words.equals(ORDER_OF_SHIPPER) && name != null) {
            name.value = words.substring(ORDER_OF.length());
            put(endorsee, order, party, to);
            name.value = words;
            var first = endorsee.one(to);
            if (first != null && shippers != null && first.isWithin(shippers)) {
                first.drop();
                endorsee.put(to, shippers.copy(endorsee.type(), endorsee.name()), name);
            }
            return true;
        }
        if (name != null) {
            name.said = true;
        }
        party.reason = "the bill names nobody, or the shipper, whose own place tells about them";
        if (copy != null) {
            // Without an endorsee DCSA's bill is endorsed in blank; this one still needs the shipper's endorsement.
            endorsee.put(to, copy, name);
        }
        return true;
    }

    private static boolean put(Path path, Steps steps, Place party, Place to) {
        var target = new Place(path.type(), path.name());
        steps.follow(party, target, Side.XML);
        if (!target.isEmpty()) {
            path.put(to, target, party);
        }
        return !target.isEmpty();
    }

    private static void close(Place place) {
        place.closed = true;
        Conversion.refuse(place, NOBODY);
        place.each(MadeOut::close);
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var isToOrder = toOrder.one(from);
        var consignees = named.one(from);
        var first = endorsee.one(from);
        if (isToOrder == null) {
            return false;
        }
        boolean order = "true".equals(isToOrder.value);
        if (order && consignees != null) {
            close(consignees);
        }
        if (!order && first != null) {
            Conversion.refuse(first, "only a bill to order has an endorsee");
        }
        var party = order ? first : consignees;
        if (order && party == null) {
            isToOrder.said = true;
            consignee.make(to, isToOrder).put(NAME, BEARER, isToOrder);
            return true;
        }
        var shippers = shipper.one(from);
        boolean isShipper = party != null && shippers != null && party.isWithin(shippers);
        return party == null ? refuse(isToOrder) : toXml(party, isToOrder, isShipper, to);
    }

    private static boolean refuse(Place isToOrder) {
        Conversion.refuse(isToOrder, "the bill is neither to order nor to a consignee");
        return false;
    }

    private boolean toXml(Place party, Place isToOrder, boolean isShipper, Place to) {
        boolean isOrder = "true".equals(isToOrder.value);
        var name = party.part("partyName");
        String words =
                name == null || name.value == null || name.closed ? null : (isOrder ? ORDER_OF : "") + name.value;
        boolean isRead = words == null ? !isOrder : isUnderstood(words, isOrder);
        if (!isRead && !(isOrder && isShipper)) {
            return refuseName(party, isToOrder);
        }
        isToOrder.said = true;
        var target = new Place(consignee.type(), consignee.name());
        (isOrder ? order : straight).follow(party, target, Side.JSON);
        var consignors = consignor.one(to);
        if (isOrder && consignors != null && !target.isNothing() && target.isWithin(consignors)) {
            consignee.make(to, isToOrder).put(NAME, ORDER_OF_SHIPPER, isToOrder);
            return true;
        }
        if (!isRead && words != null) {
            isToOrder.said = false;
            return refuseName(party, isToOrder);
        }
        var said = target.part(NAME);
        if (said != null && words != null) {
            said.value = words;
        }
        var there = consignee.one(to);
        if (there == null) {
            consignee.put(to, target, party);
        } else {
            target.each(part -> there.add(part.partIn(there), part));
        }
        return true;
    }

    private static boolean refuseName(Place party, Place isToOrder) {
        Conversion.refuse(isToOrder, "the name would be read as other words than a name");
        unsaid(party);
        close(party);
        return false;
    }

    private static void unsaid(Place place) {
        place.said = false;
        place.each(MadeOut::unsaid);
    }

    private static boolean isUnderstood(String words, boolean isOrder) {
        @Nullable String read = words(words);
        return read.equals(words)
                && !words.equals(ORDER_OF_SHIPPER)
                && !words.equals(BEARER)
                && isOrder == words.startsWith(ORDER_OF);
    }
}
