package org.tegata.invoice.domain;

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

    /** The day, empty if the text is not a real day in that format. */
    public Optional<LocalDate> day() {
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

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
