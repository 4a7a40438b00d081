package org.tegata.rules.uncefact;

import static java.time.temporal.ChronoField.MONTH_OF_YEAR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as written (UN/CEFACT {@code Date Time. Type}).
 *
 * @param format UNTDID 2379 such as {@code 102}; null when it was written as an XML Schema dateTime
 */
public record WrittenDate(String text, @Nullable String format) {

    /** Strict, so that 31 February is no date. Formats that do not name a single day are not here. */
    private static final Map<String, DateTimeFormatter> FORMATS = Map.of(
            "101", strict("uuMMdd"),
            "102", strict("uuuuMMdd"),
            "203", strict("uuuuMMddHHmm"),
            "204", strict("uuuuMMddHHmmss"),
            "205", strict("uuuuMMddHHmmXX"),
            "208", strict("uuuuMMddHHmmssXX"));

    /** Formats that are not for the date of an invoice, but whose text can be judged. */
    private static final Map<String, DateTimeFormatter> OTHERS = Map.of(
            "2", strict("ddMMuu"),
            "3", strict("MMdduu"),
            "4", strict("ddMMuuuu"),
            "201", strict("uuMMddHHmm"),
            "202", strict("uuMMddHHmmss"),
            "401", strict("HHmm"),
            "402", strict("HHmmss"),
            "602", strict("uuuu"),
            "609", strict("uuMM"),
            "610", strict("uuuuMM"));

    /** The day, empty if the text is not a real day in that format, of a year of four digits. */
    public Optional<LocalDate> day() {
        return parsed().filter(day -> day.getYear() > 0 && day.getYear() <= 9999);
    }

    private Optional<LocalDate> parsed() {
        try {
            if (format == null) {
                // XML Schema allows a dateTime with or without an offset.
                return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDate::from));
            }
            var formatter = FORMATS.get(format);
            return formatter == null ? Optional.empty() : Optional.of(formatter.parse(text, LocalDate::from));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** Whether the text is what the format says; true for formats that are not known here. */
    boolean fitsItsFormat() {
        if (format == null || FORMATS.containsKey(format)) {
            return day().isPresent();
        }
        var formatter = OTHERS.get(format);
        try {
            if (formatter == null) {
                return true;
            }
            var parsed = formatter.parse(text);
            // A month without a day is not judged by the parser.
            return !parsed.isSupported(MONTH_OF_YEAR)
                    || MONTH_OF_YEAR.range().isValidValue(parsed.getLong(MONTH_OF_YEAR));
        } catch (DateTimeException notLikeThat) {
            return false;
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
