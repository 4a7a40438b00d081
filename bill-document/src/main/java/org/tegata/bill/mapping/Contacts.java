package org.tegata.bill.mapping;

/**
 * Whom to ask about the bill, which DCSA requires: the issuer's contacts, or else the shipper's once more, which are
 * then not repeated in XML.
 *
 * @param party the shipper in JSON, whose contacts they may be
 */
record Contacts(int row, Path xml, Path json, Path party, Steps contact) implements Conversion {

    static Contacts of(Named named) {
        var xml = named.xml(0);
        var json = named.json(0);
        return new Contacts(
                named.row(), xml, json, named.json(1), named.sections().of(named.word(1), xml.type(), json.type()));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        (pass.side() == Side.XML ? xml : json).each(at, place -> contact.tidy(place, pass));
        if (pass.side() == Side.JSON && json.one(at) == null) {
            party.each(at, place -> json.put(at, place.copy(json.type(), json.name()), null));
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var said = new boolean[1];
        xml.each(from, place -> {
            var target = new Place(json.type(), json.name());
            if (contact.follow(place, target, Side.XML)) {
                json.put(to, target, place);
                xml.mark(place);
                said[0] = true;
            }
        });
        if (!said[0]) {
            party.each(to, place -> json.put(to, place.copy(json.type(), json.name()), place.origin));
        }
        return said[0];
    }

    @Override
    public boolean toXml(Place from, Place to) {
        if (isShippers(from)) {
            json.each(from, Place::allSaid);
            return false;
        }
        var said = new boolean[1];
        json.each(from, place -> {
            var target = new Place(xml.type(), xml.name());
            if (contact.follow(place, target, Side.JSON)) {
                xml.put(to, target, place);
                said[0] = true;
            }
        });
        return said[0];
    }

    /** Whether the contacts, one by one, are the shipper's. */
    private boolean isShippers(Place from) {
        var own = json.one(from);
        var theirs = party.one(from);
        for (; own != null && theirs != null; own = own.next(), theirs = theirs.next()) {
            if (!own.isWithin(theirs) || !theirs.isWithin(own)) {
                return false;
            }
        }
        return own == null && theirs == null;
    }
}
