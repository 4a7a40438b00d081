package org.tegata.bill.mapping;

import java.util.ArrayList;

/** A text of several lines: an element for each. */
record Lines(int row, Path xml, Path json) implements Conversion {

    static Lines of(Named named) {
        return new Lines(named.row(), named.xml(0), named.json(0));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            xml.tidy(at, row, pass);
            return;
        }
        var text = json.one(at);
        if (text == null || text.raw == null) {
            return;
        }
        var lines = new ArrayList<String>();
        for (String line : text.raw.split("\n", -1)) {
            lines.add(Words.of(line));
        }
        text.value = String.join("\n", lines);
        text.raw = text.value.equals(text.raw) ? null : text.raw;
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var lines = new ArrayList<String>();
        var first = xml.one(from);
        xml.each(from, line -> {
            lines.add(String.valueOf(line.value));
            line.said = true;
            xml.mark(line);
        });
        if (first == null) {
            return false;
        }
        Conversion.say(first, json.make(to, first), String.join("\n", lines));
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var text = json.one(from);
        if (text == null || text.said || text.closed || text.value == null) {
            return false;
        }
        for (String line : text.value.split("\n", -1)) {
            Conversion.say(text, xml.make(to, text), line);
        }
        return true;
    }
}
