package org.tegata.rules.export;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;

/** Locations of goods on their way: what their codes say, and which of them are ports of loading and discharge. */
final class Ports {

    /** UNTDID 3227: place or port of loading. */
    static final Set<String> LOADING = Set.of("9", "76");

    /** UNTDID 3227: place or port of discharge. */
    static final Set<String> DISCHARGE = Set.of("11", "12");

    static final String UNLOCODE_SCHEME = "UNLOCODE";

    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2} ?[A-Z2-9]{3}");
    private static final Name ID = Name.of("ram:ID");
    private static final Name TYPE = Name.of("ram:TypeCode");
    private static final Path NAMES = Path.of("ram:Name");

    private Ports() {}

    static boolean isUnlocode(String code) {
        return UNLOCODE.matcher(code).matches();
    }

    static boolean isFor(Element location, Set<String> functions) {
        String function = Read.text(location, TYPE);
        return function != null && functions.contains(function);
    }

    /** The UN/LOCODE of a location, null if its id is none, or is of another scheme. */
    static @Nullable String unlocode(Element location) {
        Element id = location.child(ID);
        String code = Read.text(id);
        if (id == null || code == null || !isUnlocode(code)) {
            return null;
        }
        String scheme = Read.attribute(id, "schemeID");
        return scheme == null || scheme.equals(UNLOCODE_SCHEME) ? code : null;
    }

    /** How a location is called: its names, or an id that is no code; null if there is only a code, or nothing. */
    static @Nullable String name(Element location) {
        String names = NAMES.allIn(location).stream()
                .filter(name -> Read.text(name) != null)
                .map(name -> name.text().strip())
                .collect(Collectors.joining(" "));
        return !names.isEmpty() || unlocode(location) != null ? Read.text(names) : Read.text(location, ID);
    }
}
