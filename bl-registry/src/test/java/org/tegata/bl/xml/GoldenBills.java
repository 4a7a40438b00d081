package org.tegata.bl.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The golden files, and the sample bill of the repository's trade. */
public final class GoldenBills {

    private static final Path ROOT = Path.of("src/test/resources/xml");

    private GoldenBills() {}

    public static List<Path> in(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public static byte[] sample() {
        return read(Path.of("../examples/trade/bill-of-lading.xml"));
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
