package org.tegata.bench.title;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where {@code pgbench} is on this machine; if it is nowhere, Debian's package is unpacked into a folder of ours. */
final class PgbenchProgram {
    private static final String NAME = "pgbench";
    private static final long PATIENCE_SECONDS = 60;

    private final List<String> command;

    private PgbenchProgram(List<String> command) {
        this.command = command;
    }

    /** How to call it. */
    List<String> command() {
        return command;
    }

    /** The one of this machine, or one unpacked below that folder. */
    static Optional<PgbenchProgram> find(Path folder) {
        Optional<PgbenchProgram> here = installed();
        return here.isPresent() ? here : unpacked(folder);
    }

    private static Optional<PgbenchProgram> installed() {
        List<Path> candidates = new ArrayList<>();
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> candidates.add(Path.of(entry, NAME)));
        candidates.addAll(versions(Path.of("/usr/lib/postgresql")));
        return candidates.stream()
                .filter(Files::isExecutable)
                .map(path -> new PgbenchProgram(List.of(path.toString())))
                .filter(PgbenchProgram::works)
                .findFirst();
    }

    /** Debian keeps each major version in its own folder; the newest first. */
    private static List<Path> versions(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder)) {
                versions.forEach(version -> found.add(version.resolve("bin").resolve(NAME)));
            } catch (IOException unreadable) {
                return List.of();
            }
        }
        found.sort(Comparator.<Path>naturalOrder().reversed());
        return found;
    }

    /** Without root and without a server that starts by itself: packages are fetched and unpacked, not installed. */
    private static Optional<PgbenchProgram> unpacked(Path folder) {
        try {
            Files.createDirectories(folder);
            Path libraries = folder.resolve("usr/lib");
            if (versions(libraries.resolve("postgresql")).isEmpty()) {
                run(
                        folder,
                        "bash",
                        "-c",
                        "package=$(apt-cache search --names-only '^postgresql-[0-9]+$'"
                                + " | cut -d' ' -f1 | sort -V | tail -1)"
                                + " && apt-get download \"$package\" libpq5"
                                + " && for file in *.deb; do dpkg-deb -x \"$file\" . && rm \"$file\"; done");
            }
            return versions(libraries.resolve("postgresql")).stream()
                    .map(path -> new PgbenchProgram(List.of(
                            "bash",
                            "-c",
                            "LD_LIBRARY_PATH=$(echo \"$0\"/*-linux-gnu) exec \"$@\"",
                            libraries.toString(),
                            path.toString())))
                    .filter(PgbenchProgram::works)
                    .findFirst();
        } catch (IOException notToBeHad) {
            return Optional.empty();
        }
    }

    private boolean works() {
        try {
            List<String> question = new ArrayList<>(command);
            question.add("--version");
            return run(Path.of("."), question.toArray(String[]::new)).startsWith(NAME);
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command[0] + " failed: " + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
