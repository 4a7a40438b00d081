package org.tegata.cli.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One process of a {@link SoloService}: on its own port, stopped, killed and started again as its owner likes. */
public final class SoloInstance {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final String label;
    private final Path log;
    private final int port;
    private final ServiceProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    SoloInstance(
            Service service,
            String label,
            Folders folders,
            int port,
            Map<String, String> environment,
            List<String> jvm) {
        this.label = label;
        this.port = port;
        this.log = folders.logs().resolve(label + ".log");
        this.process = new ServiceProcess(
                service, folders.application(service), folders.childClasses(), log, port, environment, jvm);
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new PlatformFailure("Cannot write the log " + log + ": " + e.getMessage(), e);
        }
    }

    /** Starts the process, also again after its end, and does not wait. */
    public void start() {
        process.start();
    }

    /** Returns when the service says that it is ready. */
    public void awaitReady() throws InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_START);
        while (!process.isReady(http)) {
            if (!process.isAlive() || Instant.now().isAfter(latest)) {
                throw new PlatformFailure(label + " did not start. Its log ends with:" + process.epitaph());
            }
            Thread.sleep(50);
        }
    }

    /** Ends it with SIGTERM, and with SIGKILL if that takes too long. */
    public void stop() {
        process.askToStop();
        process.awaitStop(Instant.now().plus(LONGEST_FAREWELL));
    }

    /** Ends it with SIGKILL and returns when it is gone. */
    public void kill() {
        process.kill();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** The operating system's number of the process that was started last. */
    public long pid() {
        return process.pid();
    }

    /** What all its processes have written. */
    public Path log() {
        return log;
    }

    /** CPU time so far of the process that was started last. */
    public Duration cpu() {
        return SoloService.cpu(pid());
    }
}
