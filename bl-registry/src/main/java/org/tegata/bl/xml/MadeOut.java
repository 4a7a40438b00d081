package org.tegata.bl.xml;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the words in the consignee's name make of the bill (ISBP 745 E13, E14: to order, to order of, named). */
record MadeOut(Kind kind, String name) {

    enum Kind {
        NAMED,
        ORDER_OF,
        ORDER_OF_SHIPPER,
        BEARER
    }

    private static final Pattern BEARER = Pattern.compile("(TO )?BEARER");
    private static final Pattern ORDER_OF_SHIPPER = Pattern.compile("TO (THE )?ORDER( OF (THE )?SHIPPER)?");
    private static final Pattern ORDER_OF = Pattern.compile("(TO (THE )?ORDER OF )(.+)");

    static MadeOut read(String name) {
        String words = name.toUpperCase(Locale.ROOT);
        if (BEARER.matcher(words).matches()) {
            return new MadeOut(Kind.BEARER, name);
        }
        if (ORDER_OF_SHIPPER.matcher(words).matches()) {
            return new MadeOut(Kind.ORDER_OF_SHIPPER, name);
        }
        var order = ORDER_OF.matcher(words);
        if (order.matches()) {
            return new MadeOut(Kind.ORDER_OF, name.substring(order.end(1)));
        }
        return new MadeOut(Kind.NAMED, name);
    }
}
