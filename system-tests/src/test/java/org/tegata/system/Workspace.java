package org.tegata.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The source tree that these tests judge, found by walking up from where they run. */
final class Workspace {

    /** Folder of each service with the package below {@code org.tegata} that holds its code. */
    static final Map<String, String> SERVICES =
            Map.of("invoice-service", "invoice", "lc-service", "lc", "bl-registry", "bl", "gateway", "gateway");

    /** The same in the order of a trade, for generated documents. */
    static final List<String> SERVICE_ORDER = List.of("invoice-service", "lc-service", "bl-registry", "gateway");

    private static final Path ROOT = findRoot();
    private static final Set<String> NOT_SOURCE =
            Set.of(".git", "target", ".tegata", ".idea", ".vscode", "node_modules");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Workspace() {}

    static Path root() {
        return ROOT;
    }

    static Path at(String path) {
        return ROOT.resolve(path);
    }

    /** The reactor's modules in the order of the root POM. */
    static List<String> modules() {
        return MODULE.matcher(read(at("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Every file of the tree except what builds, editors and running platforms leave behind. */
    static List<Path> files() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skip = NOT_SOURCE.contains(folder.getFileName().toString());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return List.copyOf(found);
    }

    static List<Path> files(String suffix) {
        return files().stream().filter(file -> file.toString().endsWith(suffix)).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when generated documents are to be written instead of compared: {@code -Dtegata.update-snapshots=true}. */
    static boolean updatesSnapshots() {
        return Boolean.getBoolean("tegata.update-snapshots");
    }

    /** The file's name from the root, as a reader would type it. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Path findRoot() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("foundation")) && Files.isRegularFile(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("run these tests inside the Tegata source tree");
    }
}
