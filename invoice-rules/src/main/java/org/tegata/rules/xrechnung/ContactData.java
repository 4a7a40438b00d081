package org.tegata.rules.xrechnung;

/** What looks like a telephone number, an e-mail address or a URL: read once from left to right, so linear. */
final class ContactData {

    private static final int FEWEST_DIGITS = 3;

    private ContactData() {}

    /** Three digits somewhere. */
    static boolean telephone(String number) {
        int digits = 0;
        for (int i = 0; i < number.length() && digits < FEWEST_DIGITS; i++) {
            if (digit(number.charAt(i))) {
                digits++;
            }
        }
        return digits == FEWEST_DIGITS;
    }

    /** Something, one at sign, and at least two names with dots between; no white space. */
    static boolean email(String address) {
        int at = address.indexOf('@');
        if (at <= 0 || address.indexOf('@', at + 1) >= 0) {
            return false;
        }
        int dots = 0;
        int nameStart = at + 1;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Texts.space(c)) {
                return false;
            }
            if (c == '.' && i > at) {
                if (i == nameStart) {
                    return false;
                }
                nameStart = i + 1;
                dots++;
            }
        }
        return dots > 0 && nameStart < address.length();
    }

    /** A scheme of at least two characters and a colon (RFC 3986 section 3.1). */
    static boolean url(String url) {
        int i = 0;
        while (i < url.length() && (letter(url.charAt(i)) || i > 0 && schemeCharacter(url.charAt(i)))) {
            i++;
        }
        return i >= 2 && i < url.length() && url.charAt(i) == ':';
    }

    private static boolean schemeCharacter(char c) {
        return digit(c) || c == '+' || c == '.' || c == '-';
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
