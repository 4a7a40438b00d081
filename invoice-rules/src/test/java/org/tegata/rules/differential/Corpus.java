package org.tegata.rules.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Invoices to judge: those that ship in test artefacts, and seeds of our own, from which all mutants grow. */
final class Corpus {

    static final Map<String, byte[]> PUBLISHED = read("external/test-cii");
    static final Map<String, byte[]> SEEDS = read("differential/seeds");

    private static final Map<String, Tree> TREES = new TreeMap<>();

    private Corpus() {}

    /** One of our own, by its file name without the ending; to be copied before it is changed. */
    static synchronized Tree seed(String name) {
        return TREES.computeIfAbsent(
                name, one -> Tree.parse(Objects.requireNonNull(SEEDS.get(one + ".xml"), "no seed " + one)));
    }

    static List<String> seedNames() {
        return SEEDS.keySet().stream().map(file -> file.replace(".xml", "")).toList();
    }

    static Map<String, byte[]> all() {
        var all = new TreeMap<>(PUBLISHED);
        all.putAll(SEEDS);
        return all;
    }

    private static Map<String, byte[]> read(String folder) {
        try {
            var uri = Objects.requireNonNull(Corpus.class.getClassLoader().getResource(folder), folder)
                    .toURI();
            if (uri.getScheme().equals("jar")) {
                open(uri);
            }
            var found = new TreeMap<String, byte[]>();
            var root = Path.of(uri);
            try (var files = Files.walk(root)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".xml")).toList()) {
                    found.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void open(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException open) {
            // somebody else has opened it: as good
        }
    }
}
