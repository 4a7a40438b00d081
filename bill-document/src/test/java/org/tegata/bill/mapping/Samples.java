package org.tegata.bill.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tegata.bill.any.AnyBill;
import org.tegata.bill.xml.BillSchema;
import org.tegata.xml.XmlElement;

/** Bills that people wrote, and the mapping that all tests share. */
final class Samples {

    static final BillSchema SCHEMA = AnyBill.schema();
    static final BillMapping MAPPING = BillMapping.inFull(SCHEMA);

    private static final Path TRADE = Path.of("../examples/trade/bill-of-lading.xml");
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/resources/rules/valid"), Path.of("src/test/resources/rules/warned"));
    private static final Path EVERY_ELEMENT = Path.of("src/test/resources/every-element.xml");

    private Samples() {}

    static List<Path> all() {
        var files =
                Stream.concat(Stream.of(TRADE, EVERY_ELEMENT), FOLDERS.stream().flatMap(Samples::in));
        return files.toList();
    }

    private static Stream<Path> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static XmlElement read(Path file) {
        return xml(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static XmlElement xml(String text) {
        return SCHEMA.read(text.getBytes(StandardCharsets.UTF_8)).root();
    }

    /** The bill of the example trade, as text to be changed. */
    static String trade() {
        return text(TRADE);
    }
}
