package org.tegata.bill.mapping;

import java.util.Set;

/** An identifier in one of some lists: the element whose schemeID is the list, and two members, code and provider. */
record Schemed(int row, Path xml, Path code, Path provider, Set<String> lists) implements Conversion {

    static Schemed of(Named named) {
        return new Schemed(
                named.row(),
                named.xml(0),
                named.json(0),
                named.json(1),
                Set.of(named.word(1).split(",")));
    }

    private boolean fits(Place id) {
        String scheme = id.attributeText("schemeID");
        return scheme != null && lists.contains(scheme) && id.attribute("schemeAgencyID") == null;
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            var found = new boolean[1];
            xml.each(at, id -> {
                if (!found[0] && fits(id)) {
                    found[0] = true;
                    pass.rank(id, row);
                }
            });
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var said = new boolean[1];
        xml.each(from, id -> {
            var scheme = id.attribute("schemeID");
            if (id.said || scheme == null || scheme.value == null || id.value == null || !fits(id)) {
                return;
            }
            if (said[0]) {
                Conversion.refuse(id, "DCSA has one such code");
                return;
            }
            Conversion.say(id, code.make(to, id), id.value);
            Conversion.say(scheme, provider.make(to, scheme), scheme.value);
            xml.mark(id);
            said[0] = true;
        });
        return said[0];
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var its = code.one(from);
        var list = provider.one(from);
        if (its == null || its.said || its.closed || its.value == null) {
            return false;
        }
        if (list == null || list.value == null || !lists.contains(list.value)) {
            Conversion.refuse(its, "the list that it is from is none of " + lists);
            return false;
        }
        var id = xml.make(to, its);
        Conversion.say(its, id, its.value);
        Conversion.say(list, id.attribute("schemeID", list.value), list.value);
        return true;
    }
}
