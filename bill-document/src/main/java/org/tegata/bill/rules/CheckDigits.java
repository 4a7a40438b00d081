package org.tegata.bill.rules;

/** Check digits of the trade's identification numbers: ISO 6346 (containers) and the IMO ship number scheme. */
final class CheckDigits {

    private CheckDigits() {}

    /** ISO 6346: letters count 10 to 38 but no multiple of 11, each place doubles, the sum modulo 11 modulo 10. */
    static boolean isContainerNumber(String number) {
        if (!hasFormOfContainerNumber(number)) {
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
        if (number.length() != 7 || !Values.isDigits(number)) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 6; place++) {
            sum += (number.charAt(place) - '0') * (7 - place);
        }
        return sum % 10 == number.charAt(6) - '0';
    }

    /** Three letters of the owner, U, J or Z, and seven digits. */
    private static boolean hasFormOfContainerNumber(String number) {
        if (number.length() != 11 || "UJZ".indexOf(number.charAt(3)) < 0) {
            return false;
        }
        for (int place = 0; place < 3; place++) {
            if (number.charAt(place) < 'A' || number.charAt(place) > 'Z') {
                return false;
            }
        }
        for (int place = 4; place < 11; place++) {
            if (number.charAt(place) < '0' || number.charAt(place) > '9') {
                return false;
            }
        }
        return true;
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
