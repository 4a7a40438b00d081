package org.tegata.bill.any;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Codes, dates and numbers as bills have them. */
final class AnyValue {

    private static final String[] PLACES = {
        "JPUKB", "JPTYO", "DEHAM", "NLRTM", "SGSIN", "CNSHA", "USLAX", "KRPUS", "HKHKG", "GBFXT"
    };
    private static final String[] COUNTRIES = {"JP", "DE", "NL", "SG", "CN", "US", "KR", "GB"};
    private static final String[] CURRENCIES = {"JPY", "USD", "EUR", "SGD", "GBP", "CHF"};
    private static final String[] PACKAGES = {"CS", "CT", "PK", "DR", "PX", "BX", "BG", "RO"};

    private final RandomGenerator random;

    AnyValue(RandomGenerator random) {
        this.random = random;
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    String place() {
        return of(PLACES);
    }

    String country() {
        return of(COUNTRIES);
    }

    String currency() {
        return of(CURRENCIES);
    }

    String packageKind() {
        return of(PACKAGES);
    }

    String digits(int least, int most) {
        var digits = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    String letters(int length) {
        var letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    /** One of few, so that goods and containers meet; with a right check digit (ISO 6346). */
    String container() {
        String number = of("SOLU", "MSCU", "TGHU") + "41700" + random.nextInt(6);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = Character.digit(number.charAt(i), 36);
            // Letters count from 10 and pass over the multiples of 11.
            sum += (value < 11 ? value : value + (value - 1) / 10) << i;
        }
        return number + sum % 11 % 10;
    }

    /** Right check digits (ISO 17442). */
    String lei() {
        String stem = "TGTA" + digits(4, 4) + letters(10);
        var digits = new StringBuilder();
        (stem + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return stem + (check < 10 ? "0" : "") + check;
    }

    LocalDate date() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(600));
    }

    LocalDateTime dateTime() {
        return date().atTime(random.nextInt(24), random.nextInt(60)).truncatedTo(ChronoUnit.MINUTES);
    }

    ZoneOffset offset() {
        return of(ZoneOffset.UTC, ZoneOffset.ofHours(9), ZoneOffset.ofHoursMinutes(-3, -30));
    }

    /** A number of at most 15 digits. */
    BigDecimal decimal(double from, double to) {
        int dice = random.nextInt(10);
        BigDecimal number;
        if (dice == 0) {
            number = BigDecimal.valueOf(random.nextLong(100_000_000_000_000L), 9 - random.nextInt(3) * 3);
        } else if (dice < 4) {
            number = BigDecimal.valueOf(random.nextInt(100_000));
        } else {
            number = BigDecimal.valueOf(random.nextInt(10_000_000), 1 + random.nextInt(3));
        }
        if (from < 0 && random.nextBoolean()) {
            number = number.negate();
        }
        while (number.doubleValue() > to) {
            number = number.movePointLeft(3);
        }
        if (number.signum() == 0 && from >= 0 && oneIn(2)) {
            number = BigDecimal.ONE;
        }
        return number.stripTrailingZeros();
    }
}
