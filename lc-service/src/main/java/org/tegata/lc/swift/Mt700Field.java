package org.tegata.lc.swift;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an MT700 in the order of transmission, as data: a new release of the standard changes this table.
 *
 * @param number tag without option letter, such as {@code 41}
 * @param formats option letter, or the tag's own letter, to format
 */
record Mt700Field(
        String number,
        boolean mandatory,
        Map<String, Format> formats,
        Set<String> codes,
        @Nullable String codeError) {

    private static final String BANK_A = "[/1!a][/34x]\n4!a2!a2!c[3!c]";
    private static final String BANK_A_PLAIN = "4!a2!a2!c[3!c]";
    private static final String BANK_D = "[/1!a][/34x]\n4*35x";
    private static final String BANK_D_PLAIN = "4*35x";
    private static final String BANK_B = "[/1!a][/34x]\n35x";
    private static final String BANK_B_PLAIN = "35x";
    private static final String NARRATIVE = "100*65z";
    private static final Set<String> ALLOWANCE = Set.of("ALLOWED", "CONDITIONAL", "NOT ALLOWED");

    static final List<Mt700Field> ALL = List.of(
            must("27", "1!n/1!n"),
            coded(
                    "40A",
                    true,
                    "24x",
                    "T60",
                    "IRREVOCABLE",
                    "IRREVOCABLE TRANSFERABLE",
                    "IRREVOCABLE STANDBY",
                    "IRREVOC TRANS STANDBY"),
            must("20", "16x"),
            may("23", "16x"),
            must("31C", "6!n"),
            must("40E", "30x[/35x]"),
            must("31D", "6!n29x"),
            bank("51", false, "A", "D"),
            must("50", "4*35x"),
            must("59", "[/34x\n]4*35x"),
            must("32B", "3!a15x"),
            may("39A", "2n/2n"),
            may("39C", "4*35x"),
            new Mt700Field(
                    "41",
                    true,
                    Map.of("A", Format.of(BANK_A_PLAIN + "\n14x"), "D", Format.of("4*35x\n14x")),
                    Set.of(),
                    null),
            may("42C", "3*35x"),
            bank("42", false, "A", "D"),
            may("42M", "4*35x"),
            may("42P", "4*35x"),
            allowance("43P", "T64"),
            allowance("43T", "T65"),
            may("44A", "140z"),
            may("44E", "140z"),
            may("44F", "140z"),
            may("44B", "140z"),
            may("44C", "6!n"),
            may("44D", "6*65x"),
            may("45A", NARRATIVE),
            may("46A", NARRATIVE),
            may("47A", NARRATIVE),
            may("49G", NARRATIVE),
            may("49H", NARRATIVE),
            may("71D", "6*35z"),
            may("48", "3n[/35x]"),
            coded("49", true, "7!x", "T67", "CONFIRM", "MAY ADD", "WITHOUT"),
            bank("58", false, "A", "D"),
            bank("53", false, "A", "D"),
            may("78", "12*65x"),
            bank("57", false, "A", "B", "D"),
            may("72Z", "6*35z"));

    /** The field that a tag belongs to, if an MT700 has it. */
    static Optional<Mt700Field> of(String tag) {
        return ALL.stream().filter(field -> field.owns(tag)).findFirst();
    }

    int position() {
        return ALL.indexOf(this);
    }

    boolean owns(String tag) {
        return formatOf(tag).isPresent();
    }

    /** The format of that tag, which includes the option letter where the field has options. */
    Optional<Format> formatOf(String tag) {
        return tag.startsWith(number)
                ? Optional.ofNullable(formats.get(tag.substring(number.length())))
                : Optional.empty();
    }

    private static Mt700Field must(String tag, String format) {
        return new Mt700Field(tag, true, Map.of("", Format.of(format)), Set.of(), null);
    }

    private static Mt700Field may(String tag, String format) {
        return new Mt700Field(tag, false, Map.of("", Format.of(format)), Set.of(), null);
    }

    private static Mt700Field coded(String tag, boolean mandatory, String format, String error, String... codes) {
        return new Mt700Field(tag, mandatory, Map.of("", Format.of(format)), Set.of(codes), error);
    }

    private static Mt700Field allowance(String tag, String error) {
        return new Mt700Field(tag, false, Map.of("", Format.of("11x")), ALLOWANCE, error);
    }

    private static Mt700Field bank(String number, boolean mandatory, String... options) {
        var formats = new java.util.HashMap<String, Format>();
        Arrays.stream(options).forEach(option -> formats.put(option, bankFormat(option)));
        return new Mt700Field(number, mandatory, Map.copyOf(formats), Set.of(), null);
    }

    private static Format bankFormat(String option) {
        return switch (option) {
            case "A" -> Format.either(BANK_A_PLAIN, BANK_A);
            case "B" -> Format.either(BANK_B_PLAIN, BANK_B);
            case "D" -> Format.either(BANK_D_PLAIN, BANK_D);
            default -> throw new IllegalArgumentException("not an option: " + option);
        };
    }
}
