package org.tegata.cli.platform;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service as a child process: its environment, its log, its port, whether it is ready. */
final class ServiceProcess {
    /** Six services beside each other on a laptop: little memory, quick to start. */
    private static final List<String> SMALL =
            List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> JVM = List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Findings of the XML parser are part of answers: the same words on every machine.
            "-Duser.language=en",
            "-Duser.country=US");
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
    private static final int LAST_LINES = 15;

    private final Service service;
    private final Path application;
    private final Path childClasses;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> size;
    private @Nullable Process process;

    ServiceProcess(Service service, Path application, Path childClasses, Path log, int port, Map<String, String> env) {
        this(service, application, childClasses, log, port, env, SMALL);
    }

    /** With other memory and compiler flags of the JVM. */
    ServiceProcess(
            Service service,
            Path application,
            Path childClasses,
            Path log,
            int port,
            Map<String, String> env,
            List<String> size) {
        this.service = service;
        this.application = application;
        this.childClasses = childClasses;
        this.log = log;
        this.port = port;
        this.environment = Map.copyOf(env);
        this.size = List.copyOf(size);
    }

    synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(service.label() + " is running");
        }
        File java = new File(System.getProperty("java.home"), "bin/java");
        List<String> command = new ArrayList<>(List.of(java.getPath()));
        command.addAll(size);
        command.addAll(JVM);
        command.addAll(List.of(
                "-cp",
                childClasses + File.pathSeparator + application,
                Child.class.getName(),
                String.valueOf(ProcessHandle.current().pid())));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(ServiceProcess::wouldReconfigure);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.redirectInput(Redirect.from(new File("/dev/null")));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new PlatformFailure(service.label() + " cannot be started: " + e.getMessage(), e);
        }
    }

    // What the caller's shell happens to export must not reach into the sample platform.
    private static boolean wouldReconfigure(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.startsWith("TEGATA_")
                || variable.startsWith("KAFKA_")
                || variable.startsWith("MP_")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(service.label() + " was never started");
        }
        return process.pid();
    }

    /** SIGKILL: no farewell, as a power cut or the kernel's out-of-memory killer would do it. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process, Duration.ofSeconds(10));
        }
    }

    /** SIGTERM, without waiting. */
    synchronized void askToStop() {
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits until then; what is still there is ended with SIGKILL. */
    synchronized void awaitStop(Instant latest) {
        if (process != null && !await(process, Duration.between(Instant.now(), latest))) {
            process.destroyForcibly();
            await(process, Duration.ofSeconds(2));
        }
    }

    boolean isReady(HttpClient http) {
        HttpRequest probe = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .timeout(PROBE_TIMEOUT)
                .build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The end of the log and where the whole of it is, for a person who must find out why the service died. */
    String epitaph() {
        String lines;
        try {
            List<String> all =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            lines = String.join("\n    ", all.subList(Math.max(0, all.size() - LAST_LINES), all.size()));
        } catch (IOException e) {
            lines = "(the log cannot be read: " + e.getMessage() + ")";
        }
        return "\n    " + lines + "\n  The whole log: " + log;
    }

    private static boolean await(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
