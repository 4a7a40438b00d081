package org.tegata.bl.xml;

import java.util.regex.Pattern;

/** Check digits of the trade's identification numbers: ISO 6346 (containers) and the IMO ship number scheme. */
final class CheckDigits {

    private static final Pattern CONTAINER = Pattern.compile("[A-Z]{3}[UJZ][0-9]{7}");
    private static final Pattern SHIP = Pattern.compile("[0-9]{7}");

    private CheckDigits() {}

    /** ISO 6346: letters count 10 to 38 but no multiple of 11, each place doubles, the sum modulo 11 modulo 10. */
    static boolean isContainerNumber(String number) {
        if (!CONTAINER.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 10; place++) {
            sum += value(number.charAt(place)) << place;
        }
        return sum % 11 % 10 == number.charAt(10) - '0';
    }

    /** IMO Resolution A.1117(30): the digits times 7 down to 2, the last digit of the sum. */
    static boolean isShipNumber(String number) {
        if (!SHIP.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 6; place++) {
            sum += (number.charAt(place) - '0') * (7 - place);
        }
        return sum % 10 == number.charAt(6) - '0';
    }

    private static int value(char letterOrDigit) {
        if (letterOrDigit <= '9') {
            return letterOrDigit - '0';
        }
        int index = letterOrDigit - 'A';
        // 11, 22 and 33 are left out, so that no letter counts as nothing modulo 11.
        return 10 + index + (index + 9) / 10;
    }
}
