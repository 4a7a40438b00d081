package org.tegata.bill.mapping;

/**
 * A text that DCSA has in a short attribute, or in a long one beside it if it is longer than that takes.
 *
 * @param isCut whether the short one then holds its beginning, or nothing
 */
record Extended(int row, Path xml, Path brief, Path whole, int most, boolean isCut) implements Conversion {

    static Extended of(Named named) {
        boolean isCut = named.words().size() > 2;
        return new Extended(
                named.row(), named.xml(0), named.json(0), named.json(1), Integer.parseInt(named.word(1)), isCut);
    }

    private String cut(String text) {
        return Words.cut(text, most);
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            xml.tidy(at, row, pass);
            return;
        }
        var small = brief.one(at);
        var large = whole.one(at);
        if (large == null || large.value == null || large.closed) {
            return;
        }
        if (small != null && small.value != null && !isBeginning(small.value, large.value)) {
            small.closed = true;
            Conversion.refuse(small, "the extended attribute says something else");
        } else if (Words.length(large.value) <= most && (small == null || !small.closed)) {
            if (small == null) {
                brief.put(at, large.twin(large.value), null);
            }
            large.said = true;
            large.drop();
        } else if (isCut && small == null) {
            brief.put(at, large.twin(cut(large.value)), null).said = true;
        } else if (!isCut && small != null) {
            small.said = true;
            small.drop();
        }
    }

    private boolean isBeginning(String small, String large) {
        return Words.length(large) <= most ? small.equals(large) : small.equals(cut(large));
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var place = xml.one(from);
        if (place == null || place.said || place.value == null) {
            return false;
        }
        boolean isLong = Words.length(place.value) > most;
        if (isLong) {
            Conversion.say(place, whole.make(to, place), place.value);
        }
        if (!isLong || isCut) {
            Conversion.say(place, brief.make(to, place), isLong ? cut(place.value) : place.value);
        }
        xml.mark(place);
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var small = brief.one(from);
        var large = whole.one(from);
        var source = large == null || large.closed ? small : large;
        if (source == null || source.closed || source.said || source.value == null) {
            return false;
        }
        Conversion.say(source, xml.make(to, source), source.value);
        if (small != null && !small.closed) {
            small.said = true;
        }
        return true;
    }
}
