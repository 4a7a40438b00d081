package org.tegata.bill.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Single values out of a bill's tree; nothing for what is not there or is blank. */
final class Values {

    /** ISO 6523 code of the Legal Entity Identifier. */
    static final String LEI_SCHEME = "0199";

    /** UNTDID 2379 code 102, CCYYMMDD: the one format of a bill's own dates. */
    static final String DATE_FORMAT = "102";

    /** A number longer than this is told as no number: turning a million digits into one takes minutes. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Values() {}

    /** The element's text with white space collapsed, or null if there is none. */
    static @Nullable String text(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        String text = element.text();
        if (!isCollapsed(text)) {
            text = BLANKS.matcher(text.strip()).replaceAll(" ");
        }
        return text.isEmpty() ? null : text;
    }

    /** The same of the first child of that name. */
    static @Nullable String text(@Nullable XmlElement parent, String child) {
        return parent == null ? null : text(parent.first(child));
    }

    /** The same in capital letters: numbers of containers and other marks are known by them. */
    static @Nullable String capitals(@Nullable XmlElement element) {
        String text = text(element);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** Whether the indicator says no. */
    static boolean isFalse(XmlElement indicator) {
        String said = text(indicator, "Indicator");
        said = said == null ? text(indicator, "IndicatorString") : said;
        return "false".equals(said) || "0".equals(said);
    }

    /** Whether one of the children of that name has a text. */
    static boolean isSaid(XmlElement parent, String child) {
        for (XmlElement element : parent.all(child)) {
            if (text(element) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCollapsed(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            boolean blankBefore = blank;
            char c = text.charAt(i);
            blank = c <= ' ' || c > '~' && Character.isWhitespace(c);
            if (blank && (blankBefore || c != ' ')) {
                return false;
            }
        }
        return !blank || text.isEmpty();
    }

    /** The number that the element states, or null when there is none: of a sane length, without exponent as in XML. */
    static @Nullable BigDecimal number(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        String text = element.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static @Nullable BigDecimal number(@Nullable XmlElement parent, String child) {
        return parent == null ? null : number(parent.first(child));
    }

    /** Whether the number is whole and within the bounds. */
    static boolean isCount(@Nullable BigDecimal value, long least, long most) {
        return value != null
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && (value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0);
    }

    /** The date in format 102 of a date-time element, or null when it is absent or is not such a date. */
    static @Nullable LocalDate date(@Nullable XmlElement dateTime) {
        var written = dateTime == null ? null : dateTime.first("DateTimeString");
        return written == null || !DATE_FORMAT.equals(written.attribute("format"))
                ? null
                : date(written.text().strip());
    }

    static @Nullable LocalDate date(@Nullable XmlElement parent, String child) {
        return parent == null ? null : date(parent.first(child));
    }

    /** The date of eight digits, or null when it is not in the calendar. */
    static @Nullable LocalDate date(String digits) {
        if (digits.length() != 8 || !isDigits(digits)) {
            return null;
        }
        int day = Integer.parseInt(digits);
        try {
            return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The number as one writes it, without an exponent or zeros behind it. */
    static String plain(BigDecimal number) {
        return number.scale() == 0
                ? number.toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }
}
