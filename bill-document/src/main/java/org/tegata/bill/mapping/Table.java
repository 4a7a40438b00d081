package org.tegata.bill.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table {@code mapping/bill-of-lading.tsv}, read and no more. Immutable. */
public record Table(Map<String, List<Row>> sections) {

    private static final String FILE = "/mapping/bill-of-lading.tsv";
    private static final int COLUMNS = 7;

    public Table {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /**
     * One line of it; what the columns mean is told at the head of the file.
     *
     * @param line its number in the file
     * @param section the section's name and the types of both languages, as its header has them
     */
    public record Row(
            int line,
            String section,
            String xml,
            String dcsa,
            String as,
            String japanese,
            String fiata,
            String use,
            String note) {

        IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException("bill-of-lading.tsv, line " + line + ": " + why);
        }
    }

    /** The table of this version. */
    public static Table load() {
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Table.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            return parse(file.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Table parse(List<String> lines) {
        var sections = new LinkedHashMap<String, List<Row>>();
        String header = "";
        boolean isHead = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (isHead) {
                isHead = false;
            } else if (line.startsWith("[")) {
                header = line.substring(1, line.indexOf(']'));
                if (sections.put(name(header), new ArrayList<>()) != null) {
                    throw new IllegalArgumentException(
                            "bill-of-lading.tsv, line " + (i + 1) + ": a second section " + name(header));
                }
            } else {
                row(line, i + 1, header, sections);
            }
        }
        sections.replaceAll((name, rows) -> List.copyOf(rows));
        return new Table(sections);
    }

    private static void row(String line, int number, String header, Map<String, List<Row>> sections) {
        String[] cells = line.split("\t", -1);
        var rows = sections.get(name(header));
        if (cells.length != COLUMNS || rows == null) {
            throw new IllegalArgumentException("bill-of-lading.tsv, line " + number
                    + (rows == null ? ": stands in no section" : ": has " + cells.length + " columns"));
        }
        rows.add(new Row(number, header, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
    }

    /** The first word of a section's header, by which rows name it. */
    static String name(String header) {
        return header.split(" ", 2)[0];
    }
}
