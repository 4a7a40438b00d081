package org.tegata.lc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files that tests read. */
public final class TestFiles {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private TestFiles() {}

    /** The MT700 that the demo and the documentation use. */
    public static byte[] sampleCredit() {
        return read(Path.of("../examples/trade/credit-mt700.txt"));
    }

    /** The files in a folder of the test resources, by name. */
    public static List<Path> in(String folder) {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.sorted().collect(Collectors.toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
