package org.tegata.cli.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tegata.embedded.EmbeddedKafka;
import org.tegata.embedded.EmbeddedPostgres;
import org.tegata.embedded.FreePorts;

/** One service alone, with its own PostgreSQL, Kafka and token issuer on free ports: for measurements. */
public final class SoloService implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Service service;
    private final Folders folders;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final LocalIssuer issuer;
    private final ServiceProcess process;
    private final int port;

    private SoloService(
            Service service,
            Folders folders,
            EmbeddedPostgres postgres,
            EmbeddedKafka kafka,
            LocalIssuer issuer,
            List<String> jvm) {
        this.service = service;
        this.folders = folders;
        this.postgres = postgres;
        this.kafka = kafka;
        this.issuer = issuer;
        this.port = FreePorts.find(1).get(0);
        this.process = new ServiceProcess(
                service,
                folders.application(service),
                folders.childClasses(),
                folders.log(service),
                port,
                environment(),
                jvm);
    }

    /** Starts what the service needs, in a folder that is removed at the end; not yet the service itself. */
    public static SoloService prepare(Service service, List<String> jvm) {
        if (service.isRegistry() || service.isGateway()) {
            throw new IllegalArgumentException(service.label() + " needs keys and neighbours");
        }
        Folders folders = Folders.throwAway(Folders.checkout());
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folders.postgres());
        postgres.createDatabase(service.database());
        EmbeddedKafka kafka = EmbeddedKafka.start(folders.kafka());
        LocalIssuer issuer =
                new LocalIssuer(FreePorts.find(1).get(0), new KeyStore(folders.keys()).sealer("issuer"), Map.of());
        return new SoloService(service, folders, postgres, kafka, issuer, jvm);
    }

    private Map<String, String> environment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "localhost");
        env.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        env.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
        env.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        env.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        env.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.jwks().toString());
        env.put("MP_JWT_VERIFY_ISSUER", issuer.issuer().toString());
        return env;
    }

    /** Starts the service's process, and does not wait. */
    public void start() {
        try {
            Files.deleteIfExists(folders.log(service));
        } catch (IOException e) {
            throw new PlatformFailure("Cannot write the log " + folders.log(service) + ": " + e.getMessage(), e);
        }
        process.start();
    }

    /** Returns when the service says that it is ready. */
    public void awaitReady() throws InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_START);
        HttpClient http = HttpClient.newHttpClient();
        while (!process.isReady(http)) {
            if (!process.isAlive() || Instant.now().isAfter(latest)) {
                throw new PlatformFailure(service.label() + " did not start. Its log ends with:" + process.epitaph());
            }
            Thread.sleep(50);
        }
    }

    /** Ends the service's process; what it needs stays. */
    public void stop() {
        process.askToStop();
        process.awaitStop(Instant.now().plusSeconds(10));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int port() {
        return port;
    }

    /** A bearer token of a sample party with all its scopes. */
    public String token(SampleParty party) {
        return issuer.issue(party.clientId(), party.id(), party.scopes(), TOKEN_LIFE);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(service.database());
    }

    public String databaseUser() {
        return postgres.username();
    }

    public String databasePassword() {
        return postgres.password();
    }

    /** CPU time of the service's process so far. */
    public Duration serviceCpu() {
        return cpu(process.pid());
    }

    /** CPU time so far of PostgreSQL's processes that live. */
    public Duration databaseCpu() {
        try {
            // The first line: the server's process, which may not be our own child.
            long server = Long.parseLong(Files.readAllLines(folders.postgres().resolve("postmaster.pid"))
                    .get(0)
                    .strip());
            return ProcessHandle.of(server).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(backend -> cpu(backend.pid()))
                    .reduce(cpu(server), Duration::plus);
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        stop();
        issuer.close();
        kafka.close();
        postgres.close();
        folders.close();
    }
}
