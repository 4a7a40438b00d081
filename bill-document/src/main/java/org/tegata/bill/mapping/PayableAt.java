package org.tegata.bill.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where freight is paid: DCSA names the place by its UN/LOCODE or in words, never both; the code is the firmer. */
record PayableAt(int row, Path xml, Path locode, Path words) implements Conversion {

    private static final Set<String> FACILITIES = Set.of("BIC", "SMDG");

    static PayableAt of(Named named) {
        return new PayableAt(named.row(), named.xml(0), named.json(0), named.json(1));
    }

    /** The first code that is of no list of facilities. */
    private static @Nullable Place locode(Place place) {
        var id = place.part("ID");
        while (id != null && FACILITIES.contains(String.valueOf(id.attributeText("schemeID")))) {
            Conversion.refuse(id, "the code of a facility is no UN/LOCODE");
            id = id.next();
        }
        return id;
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var place = xml.one(from);
        var id = place == null ? null : locode(place);
        var name = place == null ? null : place.part("Name");
        var source = id == null ? name : id;
        if (source == null || source.said || source.value == null) {
            return false;
        }
        Conversion.say(source, (id == null ? words : locode).make(to, source), source.value);
        if (id != null && name != null) {
            Conversion.refuse(name, "DCSA has the UN/LOCODE or the name");
        }
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var id = locode.one(from);
        var name = words.one(from);
        var source = id == null ? name : id;
        if (source == null || source.said || source.closed || source.value == null) {
            return false;
        }
        source.said = true;
        xml.make(to, source).put(id == null ? "Name" : "ID", source.value, source);
        if (id != null && name != null) {
            Conversion.refuse(name, "DCSA has the UN/LOCODE or the name");
        }
        return true;
    }
}
