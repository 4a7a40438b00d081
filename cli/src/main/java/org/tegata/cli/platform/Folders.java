package org.tegata.cli.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one run keeps its data and its logs, under {@code .tegata/} of the checkout. A lock file says whether the run
 * that made a folder still lives; what a killed run left behind is cleared by the next start.
 */
public final class Folders implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");
    private static final String THROW_AWAY = "run-";

    private final Path checkout;
    private final Path data;
    private final boolean keep;
    private final FileLock lock;

    private Folders(Path checkout, Path data, boolean keep, FileLock lock) {
        this.checkout = checkout;
        this.data = data;
        this.keep = keep;
        this.lock = lock;
    }

    /** The folder whose data stay: {@code .tegata/data}. */
    public static Folders lasting(Path checkout) {
        return open(checkout, checkout.resolve(".tegata/data"), true);
    }

    /** A fresh folder that is removed at the end. */
    public static Folders throwAway(Path checkout) {
        String name = THROW_AWAY + LocalDateTime.now().format(STAMP);
        return open(checkout, checkout.resolve(".tegata").resolve(name), false);
    }

    /** The checkout that this program runs in: the nearest folder above with Tegata's modules. */
    public static Path checkout() {
        String given = System.getProperty("tegata.home");
        Path start = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("bl-registry"))) {
                return folder;
            }
        }
        throw new PlatformFailure("Not inside a checkout of Tegata: " + start + ". Start ./tegata from the checkout.");
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path kafka() {
        return data.resolve("kafka");
    }

    Path keys() {
        return data.resolve("keys");
    }

    /** Holds the one class that children get from the launcher. */
    Path childClasses() {
        return data.resolve("child");
    }

    /** The packaged application of a service. */
    Path application(Service service) {
        Path jar = checkout.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new PlatformFailure(service.module() + " is not built (" + jar
                    + " is not there). Run ./tegata, which builds it, or: " + "mvn -q -DskipTests package");
        }
        return jar;
    }

    /** Logs of the last run: {@code .tegata/logs}; of a throw-away platform in a test, inside its folder. */
    Path logs() {
        return checkout.resolve(".tegata/logs");
    }

    Path log(Service service) {
        return logs().resolve(service.label() + ".log");
    }

    private static Folders open(Path checkout, Path data, boolean keep) {
        try {
            Files.createDirectories(data);
            if (Files.getFileStore(data).getUsableSpace() < LEAST_FREE_BYTES) {
                throw new PlatformFailure("Less than 500 MB are free where " + data
                        + " lies. Free some space (old runs: " + checkout.resolve(".tegata") + ") and start again.");
            }
            removeLeftOvers(checkout);
            FileLock lock = lock(data)
                    .orElseThrow(() -> new PlatformFailure("Tegata is already running from " + checkout
                            + ". Stop that one first (Ctrl-C in its terminal), or use another checkout."));
            endOrphan(data.resolve("postgres/postmaster.pid"));
            Folders folders = new Folders(checkout, data, keep, lock);
            Files.createDirectories(folders.logs());
            folders.writeChildClass();
            return folders;
        } catch (IOException e) {
            throw new PlatformFailure(
                    "Cannot write to " + data + " (" + e.getMessage()
                            + "). Make the folder writable, or check whether the disk is full.",
                    e);
        }
    }

    private void writeChildClass() throws IOException {
        String resource = Child.class.getName().replace('.', '/') + ".class";
        Path target = childClasses().resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream classFile = Child.class.getClassLoader().getResourceAsStream(resource)) {
            if (classFile == null) {
                throw new IllegalStateException("the launcher lacks " + resource);
            }
            Files.write(target, classFile.readAllBytes());
        }
    }

    private static Optional<FileLock> lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    /** Throw-away folders whose run is dead: its PostgreSQL may still be there. */
    private static void removeLeftOvers(Path checkout) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(checkout.resolve(".tegata"), THROW_AWAY + "*")) {
            for (Path folder : old) {
                Optional<FileLock> dead =
                        Files.exists(folder.resolve("running.lock")) ? lock(folder) : Optional.empty();
                if (dead.isPresent()) {
                    endOrphan(folder.resolve("postgres/postmaster.pid"));
                    dead.get().acquiredBy().close();
                    delete(folder);
                }
            }
        }
    }

    private static void endOrphan(Path pidFile) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]+")) {
            return;
        }
        // The number may have been given to another program since: only a PostgreSQL is ended.
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(Folders::end);
    }

    /** The services that used it are gone, so it goes at once; its port must be free before the next one starts. */
    private static void end(ProcessHandle postgres) {
        postgres.destroy();
        try {
            postgres.onExit().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException slow) {
            postgres.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
            if (!keep) {
                delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
