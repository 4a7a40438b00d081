package org.tegata.bill.mapping;

/** An attribute of DCSA's that always has the same value. */
record Constant(Path json, String value, String reason) implements Conversion {

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON && json.one(at) == null) {
            json.make(at, null).value = value;
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        json.make(to, null).value = value;
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var place = json.one(from);
        if (place != null) {
            place.said = value.equals(place.value);
            Conversion.refuse(place, reason);
        }
        return false;
    }
}
