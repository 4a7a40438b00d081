package org.tegata.bill.mapping;

/** A flag of DCSA's that says whether another attribute is there. */
record Presence(Path flag, Path of) implements Conversion {

    static Presence of(Named named) {
        return new Presence(named.json(0), named.json(1));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON && flag.one(at) == null) {
            flag.make(at, null).value = String.valueOf(of.one(at) != null);
        }
    }

    @Override
    public boolean toJson(Place xml, Place json) {
        var subject = of.one(json);
        var says = flag.make(json, subject == null ? null : subject.origin);
        says.value = String.valueOf(subject != null);
        return true;
    }

    @Override
    public boolean toXml(Place json, Place xml) {
        var says = flag.one(json);
        var subject = of.one(json);
        if (says != null) {
            says.said = String.valueOf(subject != null && subject.said).equals(says.value);
            Conversion.refuse(says, "says otherwise than whether there is " + of.name());
        }
        return false;
    }
}
