package org.tegata.bill.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One code for two: {@code CY-CFS}.
 *
 * @param pairs the code of each pair of words; empty if the code is the pair itself
 */
record Pair(int row, Path xml, Path before, Path after, Map<String, String> pairs) implements Conversion {

    static Pair of(Named named) {
        var pairs = new HashMap<String, String>();
        if (named.words().size() > 1) {
            for (String pair : named.word(1).split(",")) {
                int equals = pair.indexOf('=');
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new Pair(named.row(), named.xml(0), named.json(0), named.json(1), Map.copyOf(pairs));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            xml.tidy(at, row, pass);
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var code = xml.one(from);
        if (code == null || code.said || code.value == null) {
            return false;
        }
        String words = pairs.isEmpty() ? code.value : pairs.get(code.value);
        int hyphen = words == null ? -1 : words.indexOf('-');
        String one = words == null || hyphen < 0 ? null : words.substring(0, hyphen);
        String other = words == null || hyphen < 0 ? null : words.substring(hyphen + 1);
        if (one == null || other == null || !isCode(one) || !isCode(other)) {
            Conversion.refuse(code, "is not a pair of DCSA's codes");
            return false;
        }
        Conversion.say(code, before.make(to, code), one);
        Conversion.say(code, after.make(to, code), other);
        xml.mark(code);
        return true;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var one = before.one(from);
        var other = after.one(from);
        if (one == null || other == null || one.closed || other.closed || one.value == null || other.value == null) {
            return false;
        }
        String code = code(one.value + '-' + other.value);
        if (code == null || !isCode(one.value) || !isCode(other.value)) {
            Conversion.refuse(one, "our XML has no code for this pair");
            Conversion.refuse(other, "our XML has no code for this pair");
            return false;
        }
        other.said = true;
        Conversion.say(one, xml.make(to, one), code);
        return true;
    }

    private static boolean isCode(String text) {
        return text.indexOf('-') < 0 && Words.of(text).equals(text);
    }

    private @Nullable String code(String words) {
        if (pairs.isEmpty()) {
            return words;
        }
        for (var pair : pairs.entrySet()) {
            if (pair.getValue().equals(words)) {
                return pair.getKey();
            }
        }
        return null;
    }
}
