package org.tegata.bill.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a step of a path asks of a place: {@code [Name=value]}, {@code [@name=value]}, {@code [Name!=value]}, {@code
 * [Name]} (is there), {@code [!Name]} (is not), {@code {name=value}} (the attribute is absent or has that value).
 */
record Condition(boolean attribute, String name, Kind kind, String value) {

    enum Kind {
        IS,
        IS_NOT,
        IS_THERE,
        IS_ABSENT,
        IS_IF_THERE
    }

    /** Reads what stands between the brackets or braces. */
    static Condition parse(String text, boolean braces) {
        if (text.startsWith("!")) {
            return new Condition(false, text.substring(1), Kind.IS_ABSENT, "");
        }
        boolean attribute = braces || text.startsWith("@");
        String bare = text.startsWith("@") ? text.substring(1) : text;
        int equals = bare.indexOf('=');
        if (equals < 0) {
            return new Condition(attribute, bare, Kind.IS_THERE, "");
        }
        boolean not = equals > 0 && bare.charAt(equals - 1) == '!';
        String name = bare.substring(0, not ? equals - 1 : equals);
        var kind = braces ? Kind.IS_IF_THERE : not ? Kind.IS_NOT : Kind.IS;
        return new Condition(attribute, name, kind, bare.substring(equals + 1));
    }

    boolean holds(Place place) {
        var at = at(place);
        return switch (kind) {
            case IS -> at != null && value.equals(at.value);
            case IS_NOT -> at == null || !value.equals(at.value);
            case IS_THERE -> at != null;
            case IS_ABSENT -> at == null;
            case IS_IF_THERE -> at == null || value.equals(at.value);
        };
    }

    /** Marks what was asked for as said. */
    void mark(Place place) {
        var at = at(place);
        if (at != null && (kind == Kind.IS || kind == Kind.IS_IF_THERE)) {
            at.said = true;
        }
    }

    /** Makes it hold. */
    void write(Place place, @Nullable Place origin) {
        if ((kind == Kind.IS || kind == Kind.IS_IF_THERE) && at(place) == null) {
            if (attribute) {
                place.attribute(name, value);
            } else {
                place.put(name, value, origin);
            }
        }
    }

    private @Nullable Place at(Place place) {
        return attribute ? place.attribute(name) : place.part(name);
    }
}
