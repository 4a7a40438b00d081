package org.tegata.bill.mapping;

/** A number with its unit: an element with an attribute, two members; TNE becomes KGM, which DCSA has. */
record Quantity(int row, Path xml, Path number, Path unit, String attribute, Scalar units) implements Conversion {

    private static final Scalar SAME = (value, from) -> value;

    static Quantity of(Named named, String attribute) {
        var units = named.words().size() > 1 ? Scalars.named(named.word(1)) : SAME;
        if (units == null) {
            throw new IllegalArgumentException("not pairs of units: " + named.words());
        }
        return new Quantity(named.row(), named.xml(0), named.json(0), named.json(1), attribute, units);
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            xml.tidy(at, row, pass);
            xml.each(at, Tonnes::toKilograms);
        } else {
            number.each(at, place -> {
                String plain = place.closed || place.value == null ? null : Decimals.of(place.value);
                place.value = plain == null ? place.value : plain;
            });
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var place = xml.one(from);
        if (place == null || place.said || place.value == null) {
            return false;
        }
        String plain = Decimals.of(place.value);
        var its = place.attribute(attribute);
        String code = its == null || its.value == null ? null : units.across(its.value, Side.XML);
        if (plain == null || its == null || code == null) {
            Conversion.refuse(place, plain == null ? Reasons.DIGITS : "has no unit that DCSA has");
            return false;
        }
        var there = unit.one(to);
        if (there != null && !code.equals(there.value)) {
            Conversion.refuse(place, "DCSA has one unit, " + there.value + ", for all of these");
            return false;
        }
        Conversion.say(place, number.make(to, place), plain);
        Conversion.say(its, unit.make(to, its), code);
        xml.mark(place);
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var value = number.one(from);
        var its = unit.one(from);
        if (value == null || value.said || value.closed || value.value == null) {
            return false;
        }
        String code = its == null || its.closed || its.value == null ? null : units.across(its.value, Side.JSON);
        if (its == null || code == null || !xml.isFree(to)) {
            Conversion.refuse(value, "has no unit that our XML has");
            return false;
        }
        var place = xml.make(to, value);
        Conversion.say(value, place, value.value);
        Conversion.say(its, place.attribute(attribute, code), code);
        return true;
    }
}
