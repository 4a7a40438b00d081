package org.tegata.bill.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tegata.bill.any.AnyBill;
import org.tegata.bill.any.AnyTransportDocument;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.xml.XmlElement;

/** What to begin with: it would take a fuzzer days to find a bill. */
final class Samples {

    private static final Path EXAMPLE = Path.of("../examples/trade/bill-of-lading.xml");
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final int MADE = 40;

    /** The fuzzer tries more of what is short. */
    private static final int SHORT = 40_000;

    static final List<byte[]> XML = xml();
    static final List<String> JSON = json();

    private static final List<XmlElement> TREES =
            XML.stream().map(bytes -> AnyBill.schema().read(bytes).root()).toList();

    private Samples() {}

    private static List<byte[]> xml() {
        var all = new ArrayList<byte[]>();
        all.add(read(EXAMPLE));
        files(".xml").forEach(file -> all.add(read(file)));
        for (int seed = 0; seed < MADE; seed++) {
            byte[] made = AnyBill.schema().write(AnyBill.xml(new Random(seed)));
            if (made.length < SHORT) {
                all.add(made);
            }
        }
        return all;
    }

    private static List<String> json() {
        var all = new ArrayList<String>();
        files("transport-document.json").forEach(file -> all.add(new String(read(file), StandardCharsets.UTF_8)));
        for (int seed = 0; seed < MADE; seed++) {
            String made = AnyTransportDocument.json(new Random(seed)).toString();
            if (made.length() < SHORT) {
                all.add(made);
            }
        }
        return all;
    }

    static XmlElement tree(RandomGenerator random) {
        return TREES.get(random.nextInt(TREES.size()));
    }

    static ObjectNode document(RandomGenerator random) {
        var read = JsonText.read(JSON.get(random.nextInt(JSON.size())));
        return (ObjectNode) Objects.requireNonNull(read.tree());
    }

    private static List<Path> files(String suffix) {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
