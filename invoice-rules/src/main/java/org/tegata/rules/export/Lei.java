package org.tegata.rules.export;

import java.util.regex.Pattern;
import org.tegata.rules.document.Element;

/** The Legal Entity Identifier (ISO 17442) of a party. */
final class Lei {

    /** ISO 6523 code of the Legal Entity Identifier, as EN 16931 party identifiers use it. */
    private static final String SCHEME = "0199";

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");

    private Lei() {}

    static boolean isClaimedBy(Element id) {
        return SCHEME.equals(id.attribute("schemeID"));
    }

    /** 18 letters or digits and two check digits by ISO/IEC 7064 MOD 97-10. */
    static boolean isLei(String code) {
        if (!FORM.matcher(code).matches()) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < code.length(); i++) {
            int value = Character.digit(code.charAt(i), 36);
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest == 1;
    }
}
