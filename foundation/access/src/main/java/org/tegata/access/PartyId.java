package org.tegata.access;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An organisation by a code from a code list, as DCSA's {@code IdentifyingCode} has it; {@code GLEIF} codes are LEIs
 * (ISO 17442) and must carry right check digits.
 *
 * @param codeListProvider who keeps the list, such as {@code GLEIF} or a platform's code
 * @param partyCode the party's code in it
 */
public record PartyId(String codeListProvider, String partyCode) {

    /** The provider whose codes are Legal Entity Identifiers. */
    public static final String GLEIF = "GLEIF";

    private static final Pattern PROVIDER = Pattern.compile("[A-Z0-9]{2,10}");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,150}");
    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");

    public PartyId {
        if (!PROVIDER.matcher(codeListProvider).matches()) {
            throw new IllegalArgumentException("not a code list provider: " + codeListProvider);
        }
        if (!CODE.matcher(partyCode).matches()) {
            throw new IllegalArgumentException("not a party code: " + partyCode);
        }
        if (codeListProvider.equals(GLEIF) && !isLei(partyCode)) {
            throw new IllegalArgumentException("not a Legal Entity Identifier: " + partyCode);
        }
    }

    /** Reads {@code provider:code}; throws IllegalArgumentException when it is not one. */
    public static PartyId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a party is written provider:code, such as GLEIF:5493001KJTIIGC8Y1R12");
        }
        return new PartyId(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The party with this Legal Entity Identifier. */
    public static PartyId ofLei(String lei) {
        return new PartyId(GLEIF, lei);
    }

    /** ISO 17442: 18 letters or digits and two check digits by ISO/IEC 7064 MOD 97-10. */
    public static boolean isLei(String code) {
        if (!LEI.matcher(code).matches()) {
            return false;
        }
        var digits = new StringBuilder();
        code.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    @Override
    public String toString() {
        return codeListProvider + ":" + partyCode;
    }
}
