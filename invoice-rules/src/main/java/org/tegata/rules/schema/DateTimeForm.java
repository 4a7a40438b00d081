package org.tegata.rules.schema;

/** Whether a text (without white space around it) is xsd:date or xsd:dateTime, as Xerces judges it. */
final class DateTimeForm {

    private final String text;
    private int at;

    private DateTimeForm(String text) {
        this.text = text;
    }

    static boolean date(String text) {
        var form = new DateTimeForm(text);
        return form.day() && form.zone();
    }

    static boolean dateTime(String text) {
        var form = new DateTimeForm(text);
        return form.day() && form.take('T') && form.time() && form.zone();
    }

    private boolean day() {
        // The years of an int: from -2147483648 to 2147483647.
        long limit = take('-') ? -(long) Integer.MIN_VALUE : Integer.MAX_VALUE;
        int start = at;
        long year = 0;
        while (digit(at)) {
            year = Math.min(year * 10 + (text.charAt(at++) - '0'), limit + 1);
        }
        int length = at - start;
        // XML Schema 1.0 has no year 0.
        if (length < 4 || (length > 4 && text.charAt(start) == '0') || year == 0 || year > limit) {
            return false;
        }
        int month = take('-') ? two() : -1;
        int day = take('-') ? two() : -1;
        return month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    }

    private static int days(long year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    private boolean time() {
        int hour = two();
        int minute = take(':') ? two() : -1;
        int start = at + 1;
        int second = take(':') ? two() : -1;
        if (hour < 0 || minute < 0 || second < 0) {
            return false;
        }
        if (take('.')) {
            int fraction = at;
            while (digit(at)) {
                at++;
            }
            if (at == fraction) {
                return false;
            }
        }
        // Xerces computes with a double: 59.99999999999999999 is 60 to it.
        double exact = Double.parseDouble(text.substring(start, at));
        return minute <= 59 && exact < 60 && (hour <= 23 || (hour == 24 && minute == 0 && exact == 0));
    }

    private boolean zone() {
        if (at == text.length() || take('Z')) {
            return at == text.length();
        }
        if (!take('+') && !take('-')) {
            return false;
        }
        int hours = two();
        int minutes = take(':') ? two() : -1;
        return at == text.length()
                && hours >= 0
                && minutes >= 0
                && (hours < 14 ? minutes <= 59 : hours == 14 && minutes == 0);
    }

    private int two() {
        if (!digit(at) || !digit(at + 1)) {
            return -1;
        }
        int number = (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
        at += 2;
        return number;
    }

    private boolean take(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private boolean digit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
