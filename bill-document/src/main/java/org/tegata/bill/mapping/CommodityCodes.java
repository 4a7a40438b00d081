package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes of the goods of an item. The first HS code is the item's type; each further one, and each of a country's
 * list (listID the type, listAgencyID the country), is that of a cargo of its own after the one that describes the
 * goods. At DCSA codes longer than 10 characters stand in the extended lists: HS codes whole, with their beginning in
 * the other.
 */
record CommodityCodes(int row, Path first, Path cargoes, Path hs, Path longHs, Path national, Path longNational)
        implements Conversion {

    private static final int LONGEST = 10;
    private static final String HS = "HS";
    private static final String LIST = "listID";
    private static final String AGENCY = "listAgencyID";
    private static final String CODE = "StatisticalClassificationCode";
    private static final String TYPE = "type";
    private static final String COUNTRY = "countryCode";
    private static final String VALUES = "values";

    static CommodityCodes of(Named named) {
        return new CommodityCodes(
                named.row(), named.xml(0), named.xml(1), named.json(0), named.json(1), named.json(2), named.json(3));
    }

    private List<Place> cargoesOf(Place at) {
        var all = new ArrayList<Place>();
        cargoes.each(at, all::add);
        return all;
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON) {
            tidyHs(at);
            tidyNational(at);
            return;
        }
        first.tidy(at, row, pass);
        var all = cargoesOf(at);
        var describing = all.isEmpty() ? null : all.get(0);
        var early = describing == null ? null : describing.part(CODE);
        if (describing != null && early != null) {
            early.drop();
            var own = describing.twin(null);
            own.add(early.partIn(own), early);
            at.add(own.partIn(at), own);
            all.add(1, own);
        }
        boolean isMissing = first.one(at) == null && first.isFree(at);
        for (var cargo : all) {
            var code = cargo == describing ? null : cargo.part(CODE);
            if (code == null) {
                continue;
            }
            boolean isHs = HS.equals(code.attributeText(LIST));
            if (isHs && isMissing) {
                isMissing = false;
                first.put(at, code.twin(code.value), null);
                code.drop();
                if (cargo.isEmpty()) {
                    cargo.drop();
                }
            } else {
                pass.rank(cargo, isHs ? row : row + (isLong(code.value) ? 2 : 1));
            }
        }
        if (describing != null) {
            describing.rank = -1;
            describing.kept |= all.stream().skip(1).anyMatch(cargo -> !cargo.isNothing());
        }
    }

    private static boolean isLong(@Nullable String code) {
        return code != null && Words.length(code) > LONGEST;
    }

    /** The extended list is there if a code is long, and the other says the beginnings. */
    private void tidyHs(Place at) {
        var brief = list(hs, at);
        var whole = list(longHs, at);
        boolean isSame = brief.size() == whole.size();
        boolean isLong = false;
        for (int i = 0; i < whole.size(); i++) {
            String code = String.valueOf(whole.get(i).value);
            isLong |= isLong(code);
            isSame = isSame && Words.cut(code, LONGEST).equals(brief.get(i).value);
        }
        for (var code : whole) {
            code.closed |= !isSame;
            if (isSame && !isLong) {
                code.said = true;
                code.drop();
            } else if (!isSame) {
                Conversion.refuse(code, "is not a longer form of the HS code of the same rank");
            }
        }
    }

    private static List<Place> list(Path path, Place at) {
        var all = new ArrayList<Place>();
        path.each(at, all::add);
        return all;
    }

    /** Neighbours of one type and country are one; short codes stand in the list for short ones. */
    private void tidyNational(Place at) {
        for (var group : list(longNational, at)) {
            for (var value : values(group)) {
                if (!isLong(value.value)) {
                    var own = group(group, national, at);
                    value.drop();
                    own.add(value.partIn(own), value);
                }
            }
            if (group.part(VALUES) == null) {
                group.allSaid();
                group.drop();
            }
        }
        merge(national, at);
        merge(longNational, at);
    }

    private static Place group(Place like, Path list, Place at) {
        var own = like.twin(null);
        for (String name : List.of(TYPE, COUNTRY)) {
            var part = like.part(name);
            if (part != null) {
                own.add(part.partIn(own), part.twin(part.value));
            }
        }
        return list.put(at, own, null);
    }

    private static void merge(Path list, Place at) {
        Place before = null;
        for (var group : list(list, at)) {
            if (before != null && isSame(before, group)) {
                for (var value : values(group)) {
                    value.drop();
                    before.add(value.partIn(before), value);
                }
                group.allSaid();
                group.drop();
            } else {
                before = group;
            }
        }
    }

    private static boolean isSame(Place one, Place other) {
        return String.valueOf(one.text(TYPE)).equals(other.text(TYPE))
                && String.valueOf(one.text(COUNTRY)).equals(String.valueOf(other.text(COUNTRY)));
    }

    private static List<Place> values(Place group) {
        var values = new ArrayList<Place>();
        for (var value = group.part(VALUES); value != null; value = value.next()) {
            values.add(value);
        }
        return values;
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var hsCodes = new ArrayList<Place>();
        var type = first.one(from);
        if (type != null && type.value != null) {
            hsCodes.add(type);
            first.mark(type);
        }
        Place[] group = new Place[2];
        boolean isFirst = true;
        for (var cargo : cargoesOf(from)) {
            var code = isFirst ? null : cargo.part(CODE);
            isFirst = false;
            if (code == null || code.value == null) {
                continue;
            }
            var list = code.attribute(LIST);
            if (list == null || list.value == null) {
                Conversion.refuse(code, "does not say of which list it is");
            } else if (HS.equals(list.value)) {
                list.said = true;
                hsCodes.add(code);
            } else {
                int which = isLong(code.value) ? 1 : 0;
                group[which] = nationalToJson(code, list, group[which], which == 1 ? longNational : national, to);
            }
        }
        boolean isLong = hsCodes.stream().anyMatch(code -> isLong(code.value));
        for (var code : hsCodes) {
            Conversion.say(code, hs.make(to, code), Words.cut(String.valueOf(code.value), LONGEST));
            if (isLong) {
                Conversion.say(code, longHs.make(to, code), String.valueOf(code.value));
            }
        }
        return !hsCodes.isEmpty() || group[0] != null || group[1] != null;
    }

    private static Place nationalToJson(Place code, Place list, @Nullable Place before, Path path, Place to) {
        var agency = code.attribute(AGENCY);
        String country = agency == null ? null : agency.value;
        var group = before;
        if (group == null
                || !String.valueOf(list.value).equals(group.text(TYPE))
                || !String.valueOf(country).equals(String.valueOf(group.text(COUNTRY)))) {
            group = path.make(to, code);
            group.put(TYPE, String.valueOf(list.value), list);
            if (country != null) {
                group.put(COUNTRY, country, agency);
            }
        }
        list.said = true;
        if (agency != null) {
            agency.said = true;
        }
        Conversion.say(code, group.put(VALUES, "", code), String.valueOf(code.value));
        return group;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var brief = list(hs, from);
        var whole = list(longHs, from);
        for (int i = 0; i < brief.size(); i++) {
            var code = brief.get(i);
            boolean isWhole = i < whole.size() && !whole.get(i).closed;
            var source = isWhole ? whole.get(i) : code;
            if (code.closed || source.value == null) {
                continue;
            }
            code.said = true;
            var target = first.one(to) == null ? first.make(to, source) : newCode(to, source);
            Conversion.say(source, target, source.value);
            if (target.attribute(LIST) == null) {
                target.attribute(LIST, HS);
            }
        }
        boolean said = !brief.isEmpty();
        for (var group : list(national, from)) {
            said |= nationalToXml(group, to);
        }
        for (var group : list(longNational, from)) {
            said |= nationalToXml(group, to);
        }
        return said;
    }

    private Place newCode(Place to, Place origin) {
        if (cargoes.one(to) == null) {
            cargoes.put(to, new Place(cargoes.type(), cargoes.name()), null).kept = true;
        }
        var cargo = cargoes.put(to, new Place(cargoes.type(), cargoes.name()), origin);
        return cargo.put(CODE, "", origin);
    }

    private boolean nationalToXml(Place group, Place to) {
        var type = group.part(TYPE);
        var country = group.part(COUNTRY);
        if (type == null || type.value == null || type.closed || country != null && country.closed) {
            return false;
        }
        if (HS.equals(type.value)) {
            Conversion.refuse(group, "HS codes have a list of their own");
            return false;
        }
        for (var value : values(group)) {
            if (value.closed || value.value == null) {
                continue;
            }
            var code = newCode(to, value);
            Conversion.say(value, code, value.value);
            code.attribute(LIST, type.value).origin = type;
            type.said = true;
            if (country != null && country.value != null) {
                code.attribute(AGENCY, country.value).origin = country;
                country.said = true;
            }
        }
        return true;
    }
}
