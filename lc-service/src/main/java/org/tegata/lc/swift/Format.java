package org.tegata.lc.swift;

import java.util.regex.Pattern;

/**
 * A SWIFT field format such as {@code 4*35x} or {@code 1!n/1!n}, compiled to a regular expression. {@code n a c x z}
 * are the network's character sets; {@code !} means fixed length, {@code [ ]} optional, a line break stands for itself.
 */
final class Format {

    private static final Pattern PART =
            Pattern.compile("(\\d+)\\*(\\d+)([nacxz])|(\\d+)(!?)([nacxz])|([\\[\\]])|([/\\n])");

    private final String notation;
    private final Pattern compiled;

    private Format(String notation, Pattern compiled) {
        this.notation = notation;
        this.compiled = compiled;
    }

    static Format of(String notation) {
        var regex = new StringBuilder();
        var part = PART.matcher(notation);
        int end = 0;
        while (part.find()) {
            if (part.start() != end) {
                throw new IllegalArgumentException("not a SWIFT format: " + notation);
            }
            end = part.end();
            if (part.group(1) != null) {
                String line = set(part.group(3)) + "{1," + part.group(2) + "}";
                regex.append("(?:")
                        .append(line)
                        .append("(?:\\n")
                        .append(line)
                        .append("){0,")
                        .append(Integer.parseInt(part.group(1)) - 1)
                        .append("})");
            } else if (part.group(4) != null) {
                String least = part.group(5).isEmpty() ? "1," : "";
                regex.append(set(part.group(6)))
                        .append("{")
                        .append(least)
                        .append(part.group(4))
                        .append("}");
            } else if (part.group(7) != null) {
                regex.append(part.group(7).equals("[") ? "(?:" : ")?");
            } else {
                regex.append(part.group(8));
            }
        }
        if (end != notation.length()) {
            throw new IllegalArgumentException("not a SWIFT format: " + notation);
        }
        return new Format(notation, Pattern.compile(regex.toString()));
    }

    /** Either of two formats: a bank is named with or without an account line. */
    static Format either(String one, String other) {
        var first = of(one);
        var second = of(other);
        return new Format(
                one + " or " + other, Pattern.compile("(?:" + first.compiled + ")|(?:" + second.compiled + ")"));
    }

    boolean matches(String value) {
        return compiled.matcher(value).matches();
    }

    @Override
    public String toString() {
        return notation.replace("\n", " CRLF ");
    }

    private static String set(String name) {
        return switch (name) {
            case "n" -> "[0-9]";
            case "a" -> "[A-Z]";
            case "c" -> "[A-Z0-9]";
            case "x" -> "[A-Za-z0-9/\\-?:().,'+ ]";
            case "z" -> "[A-Za-z0-9/\\-?:().,'+ =!\"%&*<>;{@#_]";
            default -> throw new IllegalArgumentException("not a character set: " + name);
        };
    }
}
