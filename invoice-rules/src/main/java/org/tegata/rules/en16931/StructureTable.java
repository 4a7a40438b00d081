package org.tegata.rules.en16931;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;

/** Reads the tables beside this class; {@code structure-rules.tsv} says itself what its columns mean. */
final class StructureTable {

    private static final String NONE = "-";

    private StructureTable() {}

    /** What a rule demands of what is at its path. */
    enum Kind {
        ABSENT,
        AT_MOST_ONE,
        EXACTLY_ONE,
        PRESENT,
        NOT_BOTH,
        ALWAYS,
        CHECK;

        static Kind of(String written) {
            return switch (written) {
                case "absent" -> ABSENT;
                case "at-most-one" -> AT_MOST_ONE;
                case "exactly-one" -> EXACTLY_ONE;
                case "present" -> PRESENT;
                case "not-both" -> NOT_BOTH;
                case "always" -> ALWAYS;
                case "check" -> CHECK;
                default -> throw new IllegalArgumentException(written);
            };
        }
    }

    /**
     * One rule as the table has it.
     *
     * @param since the first release with it; null for the first of all
     * @param until the last release with it; null if it is still in force
     */
    record Row(
            String id,
            Severity severity,
            Kind kind,
            String path,
            @Nullable En16931Version since,
            @Nullable En16931Version until) {

        boolean in(En16931Version version) {
            return inForce(version, since, until);
        }
    }

    /**
     * The elements that rules speak of, and these rules.
     *
     * @param attribute with this attribute only; null for all
     * @param value of that attribute
     * @param en what they are called in messages
     */
    record Place(
            String path,
            @Nullable String attribute,
            @Nullable String value,
            String en,
            String ja,
            List<Row> rows) {}

    static List<Place> places() {
        var places = new ArrayList<Place>();
        for (var cells : read("structure-rules.tsv")) {
            if (cells[0].equals("on")) {
                places.add(place(cells[1], cells[2], cells[3]));
            } else {
                var severity = severity(cells[1]);
                places.get(places.size() - 1)
                        .rows()
                        .add(new Row(
                                cells[0], severity, Kind.of(cells[2]), cells[3], release(cells[4]), release(cells[5])));
            }
        }
        return places;
    }

    private static Severity severity(String written) {
        return switch (written) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> throw new IllegalArgumentException(written);
        };
    }

    private static Place place(String written, String en, String ja) {
        int bracket = written.indexOf("[@");
        if (bracket < 0) {
            return new Place(written, null, null, en, ja, new ArrayList<>());
        }
        var test = written.substring(bracket + 2, written.length() - 1).split("=");
        return new Place(written.substring(0, bracket), test[0], test[1], en, ja, new ArrayList<>());
    }

    /** The release in a cell; null where there is no limit. */
    static @Nullable En16931Version release(String cell) {
        return cell.equals(NONE) ? null : En16931Version.of(cell);
    }

    static boolean inForce(En16931Version version, @Nullable En16931Version since, @Nullable En16931Version until) {
        return (since == null || version.since(since)) && (until == null || until.since(version));
    }

    /**
     * The cells of each line of a table that is neither empty nor a comment.
     *
     * <p>By the byte, and all at once: this runs in JVMs that have just started, where a reader is slow.
     */
    static List<String[]> read(String table) {
        var lines = new ArrayList<String[]>();
        var cells = new ArrayList<String>();
        byte[] bytes = bytes(table);
        int line = 0;
        int cell = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte read = bytes[at];
            if (read == '\t' || read == '\n') {
                cells.add(new String(bytes, cell, at - cell, StandardCharsets.UTF_8));
                cell = at + 1;
            }
            if (read == '\n') {
                if (at > line && bytes[line] != '#') {
                    lines.add(cells.toArray(String[]::new));
                }
                cells.clear();
                line = cell;
            }
        }
        return lines;
    }

    private static byte[] bytes(String table) {
        try (var resource = Objects.requireNonNull(StructureTable.class.getResourceAsStream(table), table)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
