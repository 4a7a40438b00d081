package org.tegata.bill.mapping;

/** JSON pointers (RFC 6901). */
final class Pointers {

    private Pointers() {}

    /** Appends a member's name. */
    static void append(StringBuilder pointer, String name) {
        pointer.append('/');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '~') {
                pointer.append("~0");
            } else if (c == '/') {
                pointer.append("~1");
            } else {
                pointer.append(c);
            }
        }
    }

    /** The non-negative number between two positions of a text, or -1 if there is none. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > 100_000_000) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from < to ? number : -1;
    }
}
