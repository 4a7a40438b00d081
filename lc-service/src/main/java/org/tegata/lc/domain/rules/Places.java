package org.tegata.lc.domain.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.Countries;
import org.tegata.lc.domain.Place;

/** Compares the place that a credit names with the place that a document shows (UCP 600 art. 20(a)(iii)). */
final class Places {

    private Places() {}

    /** {@code named} is free text: one place, or several of which any will do. */
    static Agreement compare(String named, Place shown) {
        String text = plain(named);
        if (text.startsWith("ANY ")) {
            return range(text, shown);
        }
        return alternatives(text).stream()
                .map(Places::read)
                .map(wanted -> compare(wanted, read(shown)))
                .reduce(Agreement.CONFLICTS, Agreement::or);
    }

    /** ANY PORT IN JAPAN, ANY JAPANESE PORT: the country decides, if the text says which. */
    private static Agreement range(String text, Place shown) {
        var wanted = Countries.find(text.replaceFirst("^ANY .*? (IN|OF) ", ""));
        var found = read(shown).country;
        if (wanted.isEmpty() || found == null) {
            return Agreement.UNKNOWN;
        }
        return wanted.get().equals(found) ? Agreement.AGREES : Agreement.CONFLICTS;
    }

    private static Agreement compare(Spot wanted, Spot found) {
        if (found.city.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        boolean countriesDiffer =
                wanted.country != null && found.country != null && !wanted.country.equals(found.country);
        if (wanted.city.equals(found.city) || sameCode(wanted, found)) {
            return countriesDiffer ? Agreement.CONFLICTS : Agreement.AGREES;
        }
        if (countriesDiffer || (wanted.unlocode != null && found.unlocode != null)) {
            return Agreement.CONFLICTS;
        }
        // HAMBURG and HAMBURG CTA: the same port with a terminal, unless a person says otherwise.
        boolean within = List.of(found.city.split(" ")).containsAll(List.of(wanted.city.split(" ")));
        return within && wanted.unlocode != null ? Agreement.AGREES : Agreement.UNKNOWN;
    }

    private static boolean sameCode(Spot wanted, Spot found) {
        return wanted.unlocode != null && wanted.unlocode.equals(found.unlocode);
    }

    private static Spot read(Place place) {
        String name = place.name();
        String code = place.unlocode();
        if (name != null) {
            var spot = read(plain(name));
            if (code == null) {
                return spot;
            }
            // The code speaks for the place; a name that contradicts it leaves the place unknown.
            String ofCode = Ports.name(code).orElse(spot.city);
            boolean together = ofCode.equals(spot.city)
                    || List.of(spot.city.split(" ")).contains(ofCode)
                    || spot.unlocode == null && !spot.city.isEmpty() && ofCode.contains(spot.city);
            return together ? new Spot(ofCode, code.substring(0, 2), known(code)) : new Spot("", null, null);
        }
        if (code == null) {
            return new Spot("", null, null);
        }
        return new Spot(Ports.name(code).orElse(code), code.substring(0, 2), known(code));
    }

    private static @Nullable String known(String code) {
        return Ports.name(code).isPresent() ? code : null;
    }

    private static Spot read(String text) {
        if (text.matches("[A-Z]{2}[A-Z2-9]{3}") && Ports.name(text).isPresent()) {
            return new Spot(Ports.name(text).orElseThrow(), text.substring(0, 2), text);
        }
        var parts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return new Spot("", null, null);
        }
        Optional<String> country = parts.size() > 1 ? Countries.find(parts.get(parts.size() - 1)) : Optional.empty();
        String city = parts.get(0)
                .replaceAll("\\b(SEA ?PORT|PORT) OF\\b", "")
                .replaceAll("\\b(SEAPORT|MAIN PORT)\\b", "")
                .replaceAll("[.()]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (Ports.unlocode(city).isEmpty() && city.endsWith(" PORT")) {
            city = city.substring(0, city.length() - " PORT".length());
        }
        var code = Ports.unlocode(city);
        String name = code.flatMap(Ports::name).orElse(city);
        String where =
                country.or(() -> code.map(known -> known.substring(0, 2))).orElse(null);
        return new Spot(name, where, code.orElse(null));
    }

    private static List<String> alternatives(String text) {
        return Arrays.stream(text.split("\\bOR\\b|/"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    private record Spot(
            String city, @Nullable String country, @Nullable String unlocode) {}
}
