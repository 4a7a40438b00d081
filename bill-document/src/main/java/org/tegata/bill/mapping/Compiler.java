package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the table steps, section by section, for the types of element and member where each is used. */
final class Compiler {

    /** What is irregular, by the first word of the column "as". */
    private static final Map<String, Function<Conversion.Named, Step>> CONVERSIONS = Map.ofEntries(
            Map.entry("measure", named -> Quantity.of(named, "unitCode")),
            Map.entry("amount", named -> Quantity.of(named, "currencyID")),
            Map.entry("extended", Extended::of),
            Map.entry("list", ListOf::of),
            Map.entry("lines", Lines::of),
            Map.entry("clauses", Clauses::of),
            Map.entry("wrapped", GoodsLines::of),
            Map.entry("pair", Pair::of),
            Map.entry("schemed", Schemed::of),
            Map.entry("identifiers", Identifiers::of),
            Map.entry("madeOut", MadeOut::of),
            Map.entry("contacts", Contacts::of),
            Map.entry("bookings", Bookings::of),
            Map.entry("cargoItems", CargoItems::of),
            Map.entry("commodityCodes", CommodityCodes::of),
            Map.entry("payableAt", PayableAt::of),
            Map.entry("present", Presence::of));

    private static final String NONE = "-";
    private static final String OTHERWISE = " else ";
    private static final String ABSENT = " absent ";

    private record Use(String section, Type xml, Type json) {}

    private final Table table;
    private final Map<Use, Steps> compiled = new HashMap<>();
    private final Set<Table.Row> used = new HashSet<>();

    Compiler(Table table) {
        this.table = table;
    }

    /** The first section, and with it all others, for the two documents. */
    Steps compile(Type xml, Type json) {
        var steps = section(table.sections().keySet().iterator().next(), xml, json);
        table.sections()
                .values()
                .forEach(rows -> rows.forEach(row -> {
                    if (!used.contains(row)) {
                        throw row.wrong(
                                "leads nowhere: no such element or attribute where " + row.section() + " is used");
                    }
                }));
        return steps;
    }

    private Steps section(String name, Type xml, Type json) {
        var use = new Use(name, xml, json);
        var known = compiled.get(use);
        if (known != null) {
            return known;
        }
        var rows = table.sections().get(name);
        if (rows == null) {
            throw new IllegalArgumentException("no section and no conversion " + name);
        }
        var steps = new Steps();
        compiled.put(use, steps);
        var branches = new HashMap<String, Steps>();
        var absent = new ArrayList<Silence>();
        for (var row : rows) {
            try {
                row(row, xml, json, steps, branches, absent);
            } catch (IllegalArgumentException wrong) {
                throw String.valueOf(wrong.getMessage()).contains(", line ")
                        ? wrong
                        : row.wrong(String.valueOf(wrong.getMessage()));
            }
        }
        absent.forEach(steps::add);
        return steps;
    }

    private void row(
            Table.Row row, Type xml, Type json, Steps steps, Map<String, Steps> branches, List<Silence> absent) {
        String as = row.as();
        if (as.startsWith("derived ")) {
            var path = paths(row.xml(), xml).get(0);
            used.add(row);
            steps.add(new Derivation(path, Formula.parse(as.substring("derived ".length()), xml), row.note()));
            return;
        }
        if (as.startsWith("always ") && !row.dcsa().equals(NONE)) {
            used.add(row);
            steps.add(new Constant(paths(row.dcsa(), json).get(0), as.substring("always ".length()), row.note()));
            return;
        }
        var from = row.xml().equals(NONE) ? List.<Path>of() : paths(row.xml(), xml);
        var to = row.dcsa().equals(NONE) ? List.<Path>of() : pathsIfThere(row.dcsa(), json);
        if (to == null) {
            from.forEach(path -> absent.add(new Silence(Side.XML, path, "DCSA's " + json + " has no " + row.dcsa())));
            return;
        }
        used.add(row);
        var words = List.of(as.split(" "));
        var conversion = CONVERSIONS.get(words.get(0));
        if (as.equals(NONE) || as.equals("derived")) {
            from.forEach(path -> steps.add(new Silence(Side.XML, path, row.note())));
            to.forEach(path -> steps.add(new Silence(Side.JSON, path, row.note())));
        } else if (conversion != null) {
            steps.add(conversion.apply(new Conversion.Named(row.line(), from, to, words, this::section)));
        } else {
            regular(row, xml, json, steps, branches);
        }
    }

    private static List<Path> paths(String cell, Type type) {
        var paths = pathsIfThere(cell, type);
        if (paths == null) {
            throw new IllegalArgumentException(type + " has no " + cell);
        }
        return paths;
    }

    private static @Nullable List<Path> pathsIfThere(String cell, Type type) {
        var paths = new ArrayList<Path>();
        for (String text : cell.split(" ")) {
            var path = Path.parse(text, type);
            if (path == null) {
                return null;
            }
            paths.add(path);
        }
        return paths;
    }

    /** One path for one path: in step as often as they have [], then a value or a section. */
    private void regular(Table.Row row, Type xml, Type json, Steps steps, Map<String, Steps> branches) {
        var left = parts(row.xml());
        var right = parts(row.dcsa());
        if (left.size() != right.size()) {
            throw row.wrong("not as many [] on both sides");
        }
        var xmlType = xml;
        var jsonType = json;
        var at = steps;
        var key = new StringBuilder();
        for (int i = 0; i < left.size() - 1; i++) {
            var xmlPath = paths(left.get(i), xmlType).get(0);
            var jsonPath = paths(right.get(i), jsonType).get(0);
            key.append(left.get(i)).append(' ').append(right.get(i)).append(' ');
            var known = branches.get(key.toString());
            if (known == null) {
                known = new Steps();
                branches.put(key.toString(), known);
                at.add(branch(row, xmlPath, jsonPath, known));
            }
            at = known;
            xmlType = xmlPath.type();
            jsonType = jsonPath.type();
        }
        var xmlPath = paths(left.get(left.size() - 1), xmlType).get(0);
        var jsonPath = paths(right.get(right.size() - 1), jsonType).get(0);
        at.add(step(row, xmlType, xmlPath, jsonPath));
    }

    private static Step branch(Table.Row row, Path xml, Path json, Steps steps) {
        String first = row.as().split(" ", 2)[0];
        var branch = new Branch(row.line(), xml, json, steps, first.equals("each"));
        return first.equals("references") ? new References(branch) : branch;
    }

    private Step step(Table.Row row, Type xmlType, Path xml, Path json) {
        String as = row.as();
        boolean onlyAbsent = as.contains(ABSENT);
        String before = onlyAbsent ? ABSENT : OTHERWISE;
        int otherwise = as.indexOf(before);
        String name = otherwise < 0 ? as : as.substring(0, otherwise);
        var scalar = Scalars.named(name);
        if (scalar == null) {
            String[] words = name.split(" ");
            var steps = section(words[words.length - 1], xml.type(), json.type());
            return xml.isHere() && json.isHere() ? steps : new Branch(row.line(), xml, json, steps, false);
        }
        if (!xml.type().isValue() || !json.type().isValue()) {
            throw row.wrong(name + " is a value, and these have parts");
        }
        var condition = scalar.condition();
        var asked = condition == null ? xml : xml.where(condition);
        String rest = otherwise < 0 ? null : as.substring(otherwise + before.length());
        // Where a row narrows what a value may be, its note says why.
        String reason = name.startsWith("count..") && !row.note().isBlank() ? row.note() : scalar.reason();
        var other = rest == null ? null : Path.parse(rest, xmlType);
        return other == null
                ? new Leaf(row.line(), asked, json, scalar, rest, onlyAbsent, reason)
                : new Fallback(new Leaf(row.line(), asked, json, scalar, null, false, reason), other);
    }

    /** The parts of a path up to each [] or [rest], and what is left: {@code a/b[]/c} is a/b[] and c. */
    private static List<String> parts(String path) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (String step : Path.steps(path)) {
            part.append(part.length() == 0 ? "" : "/").append(step);
            if (step.contains("[]") || step.contains("[rest]")) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.length() == 0 ? "." : part.toString());
        return parts;
    }
}
