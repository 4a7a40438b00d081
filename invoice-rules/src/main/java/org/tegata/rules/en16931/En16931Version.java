package org.tegata.rules.en16931;

import java.time.LocalDate;

/** The releases of the EN 16931 validation rules for CII that we know, oldest first. */
public enum En16931Version {
    V1_3_13("1.3.13", LocalDate.of(2024, 10, 8)),
    /** With its two corrections, so the rules that were published last as 1.3.14.2. */
    V1_3_14("1.3.14", LocalDate.of(2025, 6, 15)),
    V1_3_15("1.3.15", LocalDate.of(2025, 10, 16)),
    V1_3_16("1.3.16", LocalDate.of(2026, 3, 30));

    private final String number;
    private final LocalDate from;

    En16931Version(String number, LocalDate from) {
        this.number = number;
        this.from = from;
    }

    /** As the publisher writes it. */
    public String number() {
        return number;
    }

    /** The day that the publisher's own file bears; it names no day from which its rules are to be used. */
    public LocalDate from() {
        return from;
    }

    /** Whether this is that version or a later one. */
    public boolean since(En16931Version version) {
        return compareTo(version) >= 0;
    }

    /** The newest one. */
    public static En16931Version newest() {
        return V1_3_16;
    }

    /** The version that the publisher writes like this. */
    public static En16931Version of(String number) {
        for (var version : values()) {
            if (version.number.equals(number)) {
                return version;
            }
        }
        throw new IllegalArgumentException("not a version of the EN 16931 rules: " + number);
    }

    @Override
    public String toString() {
        return number;
    }
}
