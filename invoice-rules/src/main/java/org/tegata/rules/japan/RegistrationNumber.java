package org.tegata.rules.japan;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;

/**
 * The number of an issuer of qualified invoices (登録番号): a T and thirteen digits.
 *
 * <p>In CII it is the {@code SpecifiedTaxRegistration/ID} of the seller, with schemeID {@code FC} or {@code VA}. EN
 * 16931 takes the first two characters of a {@code VA} number for a country, so with {@code VA} the number may also be
 * written with {@code JP} before it.
 */
final class RegistrationNumber {

    private static final int DIGITS = 13;
    private static final int MODULUS = 9;

    private RegistrationNumber() {}

    /** Whether an id is a tax number of its party at all. */
    static boolean isTaxNumber(Element id) {
        String scheme = id.attribute("schemeID");
        return scheme != null && (scheme.strip().equals("VA") || scheme.strip().equals("FC"));
    }

    /** Whether an id has the form of a registration number. */
    static boolean formed(Element id) {
        return digits(id) != null;
    }

    /**
     * Whether the first digit fits the other twelve, as in corporate numbers (法人番号).
     *
     * <p>UNVERIFIED: the formula was written from memory and checked against one number only, and we do not know
     * whether numbers of persons who are no corporation follow it. So this is never more than a warning.
     */
    static boolean checkDigitFits(Element id) {
        String digits = digits(id);
        if (digits == null) {
            return true;
        }
        int sum = 0;
        for (int n = 1; n < DIGITS; n++) {
            // The n-th digit from the right counts once if n is odd, and twice if n is even.
            int digit = digits.charAt(DIGITS - n) - '0';
            sum += n % 2 == 0 ? 2 * digit : digit;
        }
        return digits.charAt(0) - '0' == MODULUS - sum % MODULUS;
    }

    private static @Nullable String digits(Element id) {
        String number = id.text().strip();
        int t = number.startsWith("JP") && "VA".equals(id.attribute("schemeID")) ? 2 : 0;
        if (number.length() != t + 1 + DIGITS || number.charAt(t) != 'T') {
            return null;
        }
        for (int i = t + 1; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return null;
            }
        }
        return number.substring(t + 1);
    }
}
