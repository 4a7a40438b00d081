package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.embedded.KafkaTopics;

/** The launcher with real PostgreSQL and Kafka, and with stand-ins for the services. */
class PlatformIT {
    private final Path checkout;

    PlatformIT(@TempDir Path checkout) throws IOException {
        this.checkout = checkout;
        StandIns.install(checkout);
    }

    @Test
    void shouldStartRestartAndStopEverything() throws Exception {
        List<ProcessHandle> processes = new ArrayList<>();
        Path data;
        long stopping;
        Folders folders = Folders.throwAway(checkout);
        try (Platform platform = Platform.start(folders, PortPlan.free(), Progress.silent())) {
            data = folders.postgres().getParent();
            for (Service service : Service.values()) {
                assertThat(platform.isAlive(service)).isTrue();
                ProcessHandle.of(platform.pid(service)).ifPresent(processes::add);
            }
            long before = platform.pid(Service.CREDITS);
            platform.kill(Service.CREDITS);
            assertThat(platform.isAlive(Service.CREDITS)).isFalse();
            platform.start(Service.CREDITS);
            assertThat(platform.pid(Service.CREDITS)).isNotEqualTo(before);
            assertThat(status(platform.url(Service.CREDITS))).isEqualTo(200);

            platform.stopKafka();
            platform.startKafka();
            assertThat(KafkaTopics.read(platform.kafkaBootstrapServers(), "nothing"))
                    .isEmpty();
            platform.stopPostgres();
            platform.startPostgres();
            assertThat(platform.jdbcUrl(Service.INVOICES)).endsWith("/invoice");
            assertThat(platform.token(SampleParty.SHIPPER)).contains(".");
            ProcessHandle.of(platform.pid(Service.CREDITS)).ifPresent(processes::add);
            stopping = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(8));
        assertThat(processes).hasSize(Service.values().length + 1).noneMatch(ProcessHandle::isAlive);
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldShowTheLogOfAServiceThatDiesAtOnce() throws IOException {
        StandIns.breakService(checkout, Service.CREDITS);
        assertThatThrownBy(() -> Platform.start(Folders.throwAway(checkout), PortPlan.free(), Progress.silent()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("lc-service stopped by itself")
                .hasMessageContaining("QuarkusEntryPoint")
                .hasMessageContaining("lc-service.log");
        assertThat(children(checkout)).isEmpty();
    }

    @Test
    void shouldLeaveNoServiceWhenTheLauncherIsKilled() throws Exception {
        File java = new File(System.getProperty("java.home"), "bin/java");
        Path out = checkout.resolve("launcher.out");
        Process launcher = new ProcessBuilder(
                        java.getPath(),
                        "-Dtegata.home=" + checkout,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherUntilKilled.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            await(() -> Files.readString(out).contains(LauncherUntilKilled.READY), 90);
            assertThat(children(checkout)).hasSize(Service.values().length);
        } finally {
            launcher.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        await(() -> children(checkout).isEmpty(), 15);
        // and the next start removes the PostgreSQL that stayed
        Folders.throwAway(checkout).close();
        try (Stream<Path> left = Files.list(checkout.resolve(".tegata"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("logs");
        }
    }

    private static List<ProcessHandle> children(Path checkout) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process)
                        .filter(line -> line.contains(Child.class.getName()) && line.contains(checkout.toString()))
                        .isPresent())
                .toList();
    }

    private static Optional<String> commandLine(ProcessHandle process) {
        return process.info()
                .commandLine()
                .or(() -> process.info().arguments().map(arguments -> String.join(" ", arguments)));
    }

    private static int status(URI base) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(base.resolve("/q/health/ready")).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition, int seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(200);
        }
    }
}
