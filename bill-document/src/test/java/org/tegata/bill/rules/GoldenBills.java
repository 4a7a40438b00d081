package org.tegata.bill.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tegata.bill.xml.BillSchema;
import org.tegata.problem.Finding;
import org.tegata.xml.XmlElement;

/** The bills in {@code rules/valid}, {@code rules/warned} and {@code rules/invalid}, and the day they are judged on. */
final class GoldenBills {

    static final Path ROOT = Path.of("src/test/resources/rules");

    /** All golden bills are judged on 21 November 2026, UTC. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private static final BillSchema SCHEMA = BillSchema.load();
    private static final BillRules RULES = new BillRules(CLOCK);

    private GoldenBills() {}

    static List<Path> in(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static List<Path> all() {
        var all = new ArrayList<Path>();
        List.of("valid", "warned", "invalid").forEach(folder -> all.addAll(in(folder)));
        return all;
    }

    /** Read by the schema; it may be faulty. */
    static XmlElement tree(Path file) {
        try {
            return SCHEMA.read(Files.readAllBytes(file)).root();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static XmlElement tree(String name) {
        return tree(ROOT.resolve(name));
    }

    /** What the schema finds, and if that is nothing, what the rules find. */
    static List<Finding> findings(Path file) {
        try {
            var checked = SCHEMA.read(Files.readAllBytes(file));
            return checked.report().findings().isEmpty()
                    ? RULES.check(checked.root())
                    : checked.report().findings();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Finding> findings(XmlElement bill) {
        return RULES.check(bill);
    }

    /** What the file's name says before the two underscores. */
    static String rule(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf("__"));
    }
}
