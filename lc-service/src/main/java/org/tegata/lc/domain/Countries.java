package org.tegata.lc.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a country in a line of an address: its English name, or its ISO 3166 code standing alone. */
public final class Countries {

    private static final Pattern SEPARATORS = Pattern.compile("[,;()/]+");
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    /** The country that a line ends with or names between commas. */
    public static Optional<String> find(String line) {
        var parts = SEPARATORS.split(line.toUpperCase(Locale.ROOT));
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = parts[i].strip().replaceAll("\\.$", "");
            String code = BY_NAME.get(part);
            if (code != null) {
                return Optional.of(code);
            }
        }
        String whole = line.toUpperCase(Locale.ROOT).strip();
        return BY_NAME.entrySet().stream()
                .filter(name -> name.getKey().length() > 3 && whole.endsWith(" " + name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a code is an ISO 3166 country of today. */
    public static boolean isCode(String code) {
        return code.equals(BY_NAME.get(code));
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            names.put(code, code);
            names.put(new Locale("", code).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        // Names that papers carry and the JDK does not.
        var others = Map.of(
                "USA", "US",
                "U.S.A", "US",
                "UNITED STATES OF AMERICA", "US",
                "UK", "GB",
                "ENGLAND", "GB",
                "THE NETHERLANDS", "NL",
                "HOLLAND", "NL",
                "KOREA", "KR",
                "REPUBLIC OF KOREA", "KR",
                "UAE", "AE");
        names.putAll(others);
        for (String pair :
                Arrays.asList("P.R. CHINA=CN", "PR CHINA=CN", "CHINA=CN", "HONG KONG=HK", "TURKEY=TR", "VIET NAM=VN")) {
            names.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return Map.copyOf(names);
    }
}
