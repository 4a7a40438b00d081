package org.tegata.rules.xrechnung;

import org.jspecify.annotations.Nullable;

/** An international bank account number (ISO 13616) with its check digits (ISO 7064, MOD 97-10). */
final class Iban {

    private static final int HEAD = 4;
    private static final int LONGEST = 34;
    private static final int MODULUS = 97;

    private Iban() {}

    static boolean valid(@Nullable String written) {
        String iban = compact(written);
        if (iban.length() < HEAD || iban.length() > LONGEST) {
            return false;
        }
        if (!capital(iban.charAt(0)) || !capital(iban.charAt(1))) {
            return false;
        }
        if (!ContactData.digit(iban.charAt(2)) || !ContactData.digit(iban.charAt(3))) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < iban.length(); i++) {
            // The country and the check digits are reckoned last.
            char c = iban.charAt((i + HEAD) % iban.length());
            if (ContactData.digit(c)) {
                rest = (rest * 10 + c - '0') % MODULUS;
            } else if (ContactData.letter(c)) {
                // As the official rule has it: A is 10, and a small a is 42.
                rest = (rest * 100 + c - 'A' + 10) % MODULUS;
            } else {
                return false;
            }
        }
        return rest == 1;
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Without white space; cut off where it is too long anyway. */
    private static String compact(@Nullable String written) {
        var compact = new StringBuilder(LONGEST + 1);
        for (int i = 0; written != null && i < written.length() && compact.length() <= LONGEST; i++) {
            if (!Texts.space(written.charAt(i))) {
                compact.append(written.charAt(i));
            }
        }
        return compact.toString();
    }
}
