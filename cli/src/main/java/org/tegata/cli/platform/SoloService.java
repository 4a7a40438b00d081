package org.tegata.cli.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tegata.embedded.EmbeddedKafka;
import org.tegata.embedded.EmbeddedPostgres;
import org.tegata.embedded.FreePorts;
import org.tegata.seal.Sealer;

/**
 * One service alone, in one instance or several, with its own PostgreSQL, Kafka and token issuer on free ports: for
 * measurements and for faults. What is called on it without saying which instance goes to the first.
 */
public final class SoloService implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    // java.util.logging keeps loggers by weak reference only
    private static final Logger LIBRARY = Logger.getLogger("io.zonky");
    private static final long LONGEST_END_S = 10;

    private final Service service;
    private final Folders folders;
    private final List<String> jvm;
    private final KeyStore keys;
    private final LocalIssuer issuer;
    private final SoloInstance first;
    private final List<SoloInstance> instances = new ArrayList<>();
    private volatile EmbeddedPostgres postgres;
    private volatile EmbeddedKafka kafka;

    private SoloService(
            Service service, Folders folders, List<String> jvm, Map<String, String> environment, KeyStore keys) {
        this.service = service;
        this.folders = folders;
        this.jvm = List.copyOf(jvm);
        this.keys = keys;
        this.postgres = EmbeddedPostgres.start(folders.postgres());
        postgres.createDatabase(service.database());
        this.kafka = EmbeddedKafka.start(folders.kafka());
        this.issuer = new LocalIssuer(FreePorts.find(1).get(0), keys.sealer("issuer"), Map.of());
        this.first = instance(service.label(), environment);
        instances.add(first);
    }

    /** Starts what the service needs, in a folder that is removed at the end; not yet the service itself. */
    public static SoloService prepare(Service service, List<String> jvm) {
        return prepare(service, jvm, Map.of());
    }

    /** As above; {@code environment} is set last in the first instance, whatever the launcher would say. */
    public static SoloService prepare(Service service, List<String> jvm, Map<String, String> environment) {
        return prepare(Folders.throwAway(Folders.checkout()), service, jvm, environment);
    }

    static SoloService prepare(Folders folders, Service service, List<String> jvm, Map<String, String> environment) {
        if (service.isGateway()) {
            throw new IllegalArgumentException(service.label() + " needs neighbours");
        }
        folders.application(service);
        return new SoloService(service, folders, jvm, environment, new KeyStore(folders.keys()));
    }

    /**
     * One more instance over the same database, topics and keys, not yet started. {@code environment} is set last:
     * QUARKUS_DATASOURCE_JDBC_URL, say, to put a proxy between it and the database.
     */
    public synchronized SoloInstance another(Map<String, String> environment) {
        SoloInstance added = instance(service.label() + "-" + (instances.size() + 1), environment);
        instances.add(added);
        return added;
    }

    /** The instance that is there from the beginning. */
    public SoloInstance first() {
        return first;
    }

    private SoloInstance instance(String label, Map<String, String> more) {
        int port = FreePorts.find(1).get(0);
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "localhost");
        env.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        env.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
        env.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        env.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        env.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.jwks().toString());
        env.put("MP_JWT_VERIFY_ISSUER", issuer.issuer().toString());
        if (service.isRegistry()) {
            env.put("TEGATA_REGISTRY_EBL_PLATFORM", service.platform().name());
            env.put("TEGATA_REGISTRY_PUBLIC_URL", "http://localhost:" + port);
            env.put("TEGATA_REGISTRY_SEAL_KEY", sealKey().toString());
        }
        env.putAll(more);
        return new SoloInstance(service, label, folders, port, env, jvm);
    }

    /** Starts the first instance, and does not wait. */
    public void start() {
        first.start();
    }

    /** Returns when the first instance says that it is ready. */
    public void awaitReady() throws InterruptedException {
        first.awaitReady();
    }

    /** Ends the first instance; what it needs stays. */
    public void stop() {
        first.stop();
    }

    public boolean isAlive() {
        return first.isAlive();
    }

    public int port() {
        return first.port();
    }

    public long pid() {
        return first.pid();
    }

    public Path log() {
        return first.log();
    }

    /** CPU time so far of the first instance's process. */
    public Duration serviceCpu() {
        return first.cpu();
    }

    /** The file with the registry's private key, a JWK. */
    public Path sealKey() {
        return keys.file(KeyStore.registry(service.platform()));
    }

    /** A key of that name, made when it is first asked for: of a party that signs its acts, say. */
    public Sealer key(String name) {
        return keys.sealer(name);
    }

    /** A bearer token of a sample party with all its scopes. */
    public String token(SampleParty party) {
        return token(party.clientId(), party.id(), party.scopes());
    }

    /** A bearer token of any party, for any scopes (space separated). */
    public String token(String clientId, String party, String scopes) {
        return issuer.issue(clientId, party, scopes, TOKEN_LIFE);
    }

    /** The same of a user who has just authenticated with more than a password (RFC 9470). */
    public String steppedUpToken(String clientId, String party, String scopes) {
        return issuer.issueSteppedUp(clientId, party, scopes, TOKEN_LIFE);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(service.database());
    }

    public int databasePort() {
        return postgres.port();
    }

    public String databaseUser() {
        return postgres.username();
    }

    public String databasePassword() {
        return postgres.password();
    }

    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The process id of PostgreSQL's first process, the parent of all its others. */
    public long databasePid() throws IOException {
        // Not the child that was started: that may be a wrapper (nobody may run PostgreSQL as root).
        return Long.parseLong(Files.readAllLines(folders.postgres().resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    /** Ends PostgreSQL with SIGKILL and returns when all its processes are gone. */
    public void killPostgres() throws IOException {
        ProcessHandle server = ProcessHandle.of(databasePid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(server);
        server.destroyForcibly();
        all.forEach(SoloService::awaitEnd);
        // The library complains, with a stack trace, that there is nothing left to stop.
        LIBRARY.setLevel(Level.OFF);
        postgres.close();
    }

    /** Ends PostgreSQL as an operator would: open connections break, what was committed is written out. */
    public void stopPostgres() {
        postgres.close();
    }

    /** Starts PostgreSQL again on its port after either end. */
    public void startPostgres() {
        postgres = EmbeddedPostgres.start(folders.postgres(), postgres.port());
    }

    /** Takes Kafka away from all instances. */
    public void stopKafka() {
        kafka.close();
    }

    /** Brings Kafka back, with its data, on its port. */
    public void startKafka() {
        kafka = EmbeddedKafka.start(folders.kafka(), kafka.port());
    }

    /** CPU time so far of PostgreSQL's processes that live. */
    public Duration databaseCpu() {
        try {
            long server = databasePid();
            return ProcessHandle.of(server).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(backend -> cpu(backend.pid()))
                    .reduce(cpu(server), Duration::plus);
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    // Backends see the end of their parent at their next wait, a busy one a little later.
    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(LONGEST_END_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException slow) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted while PostgreSQL ended", e);
        }
    }

    @Override
    public synchronized void close() {
        instances.forEach(SoloInstance::stop);
        issuer.close();
        kafka.close();
        postgres.close();
        folders.close();
    }
}
