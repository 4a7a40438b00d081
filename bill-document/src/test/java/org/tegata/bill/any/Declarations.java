package org.tegata.bill.any;

import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.BillSchema;
import org.tegata.bill.xml.ElementType;
import org.tegata.bill.xml.ElementType.Child;

/** What the bill's schema declares, by name. */
public final class Declarations {

    private Declarations() {}

    /** The type of that name, such as {@code TradePartyType}. */
    public static ElementType type(BillSchema schema, String name) {
        return schema.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the bill's schema has no type " + name));
    }

    /** The declaration of the element that these local names lead to from the root, or null if there is none. */
    public static @Nullable Child at(BillSchema schema, String... path) {
        Child at = null;
        ElementType type = schema.root();
        for (String step : path) {
            at = type.child(step);
            if (at == null) {
                return null;
            }
            type = at.type();
        }
        return at;
    }

    /** Whether exactly one of the children stands there: so do UN/CEFACT's data types (D22B) with several, alone. */
    public static boolean isChoice(ElementType type) {
        boolean isDataType = type.prefix().equals("udt") || type.prefix().equals("qdt");
        return isDataType && type.children().size() > 1;
    }
}
