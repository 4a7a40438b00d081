package org.tegata.cli.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tegata.embedded.EmbeddedKafka;
import org.tegata.embedded.EmbeddedPostgres;
import org.tegata.embedded.InfraUnavailable;
import org.tegata.seal.Sealer;

/**
 * Both sample platforms, running: starts them, stops them, kills and restarts single services, hands out tokens.
 *
 * <p>All state of a run is in its {@link Folders}; two platforms with different folders and ports do not meet.
 */
public final class Platform implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);
    private static final String GATEWAY_SCOPE = "bills:gateway";

    private final Folders folders;
    private final PortPlan ports;
    private volatile EmbeddedPostgres postgres;
    private volatile EmbeddedKafka kafka;
    private final KeyStore keys;
    private final CustodyStore custody;
    private final LocalIssuer issuer;
    private final Map<Service, ServiceProcess> services;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Platform(
            Folders folders,
            PortPlan ports,
            EmbeddedPostgres postgres,
            EmbeddedKafka kafka,
            KeyStore keys,
            LocalIssuer issuer,
            Map<Service, ServiceProcess> services) {
        this.folders = folders;
        this.ports = ports;
        this.postgres = postgres;
        this.kafka = kafka;
        this.keys = keys;
        this.custody = new CustodyStore(folders.keys());
        this.issuer = issuer;
        this.services = services;
    }

    /** Starts everything and returns when each service is ready and knows its partners; stops all if one fails. */
    public static Platform start(Folders folders, PortPlan ports, Progress progress) {
        return start(folders, ports, progress, platform -> {});
    }

    /** As above; {@code opened} gets the platform as soon as there is something to close. */
    public static Platform start(Folders folders, PortPlan ports, Progress progress, Consumer<AutoCloseable> opened) {
        for (Service service : Service.values()) {
            folders.application(service);
        }
        ports.requireFree();
        long began = System.nanoTime();
        Platform platform = startInfrastructure(folders, ports);
        opened.accept(platform);
        progress.say("PostgreSQL 18 and Kafka 4.1 are up, in " + seconds(began) + "; starting six services");
        try {
            platform.services.values().forEach(ServiceProcess::start);
            platform.awaitReady(EnumSet.allOf(Service.class), progress);
            new Registration(platform).introduceEverybody();
            progress.say("partners, carriers, parties and their keys are registered; everything is ready after "
                    + seconds(began));
            return platform;
        } catch (RuntimeException | Error e) {
            platform.close();
            throw e;
        }
    }

    /** Where a service answers, such as {@code http://localhost:8081}. */
    public URI url(Service service) {
        return URI.create("http://localhost:" + ports.of(service));
    }

    /** Where one's own client gets tokens: the issuer's address, with OpenID discovery below it. */
    public URI issuer() {
        return issuer.issuer();
    }

    public URI tokenEndpoint() {
        return issuer.tokenEndpoint();
    }

    /** A bearer token of a sample party, with all the scopes that the party may have. */
    public String token(SampleParty party) {
        return token(party, party.scopes());
    }

    /** A bearer token with just these scopes (space separated). */
    public String token(SampleParty party, String scopes) {
        return issuer.issue(party.clientId(), party.id(), scopes, TOKEN_LIFE);
    }

    /** The same of a user who has just authenticated with a second factor (RFC 9470). */
    public String steppedUpToken(SampleParty party) {
        return issuer.issueSteppedUp(party.clientId(), party.id(), party.scopes(), TOKEN_LIFE);
    }

    /** A sample party's own signature key; the services only know its public half. */
    public Sealer key(SampleParty party) {
        return Sealer.fromFile(keyFile(party));
    }

    /** The file that holds that key, a private JWK. */
    public Path keyFile(SampleParty party) {
        return keys.file(party);
    }

    /** Where platform A keeps a key for the shipper. */
    CustodyStore custody() {
        return custody;
    }

    /** The JDBC URL of a service's database, for those who check from outside what is in it. */
    public String jdbcUrl(Service service) {
        return databaseUrl(service.database());
    }

    /** The JDBC URL of a database by its name. */
    public String databaseUrl(String database) {
        return postgres.jdbcUrl(database);
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

    /** Ends a service with SIGKILL. */
    public void kill(Service service) {
        process(service).kill();
    }

    /** Starts a stopped or killed service again on its port, and returns when it is ready. */
    public void start(Service service) {
        process(service).start();
        awaitReady(EnumSet.of(service), Progress.silent());
    }

    /** Takes Kafka away from all services. */
    public void stopKafka() {
        kafka.close();
    }

    /** Brings Kafka back, with its data, on its port. */
    public void startKafka() {
        kafka = EmbeddedKafka.start(folders.kafka(), ports.kafka());
    }

    /** Takes the database away from all services: open connections break. */
    public void stopPostgres() {
        postgres.close();
    }

    /** Brings the database back, with its data, on its port. */
    public void startPostgres() {
        postgres = EmbeddedPostgres.start(folders.postgres(), ports.postgres());
    }

    public boolean isAlive(Service service) {
        return process(service).isAlive();
    }

    /** The operating system's number of the service's process. */
    public long pid(Service service) {
        return process(service).pid();
    }

    /** Returns when a service has ended by itself, with its name and its last words; waits for ever otherwise. */
    public String awaitDeath() throws InterruptedException {
        while (true) {
            for (Map.Entry<Service, ServiceProcess> each : services.entrySet()) {
                if (!each.getValue().isAlive() && !closed.get()) {
                    return died(each.getKey());
                }
            }
            Thread.sleep(500);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        services.values().forEach(ServiceProcess::askToStop);
        Instant latest = Instant.now().plus(LONGEST_FAREWELL);
        services.values().forEach(service -> service.awaitStop(latest));
        issuer.close();
        CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::close);
        kafka.close();
        try {
            database.join();
        } finally {
            folders.close();
        }
    }

    private static Platform startInfrastructure(Folders folders, PortPlan ports) {
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> {
            EmbeddedPostgres server = EmbeddedPostgres.start(folders.postgres(), ports.postgres());
            Stream.of(Service.values()).map(Service::database).forEach(server::createDatabase);
            return server;
        });
        CompletableFuture<EmbeddedKafka> kafka =
                CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(folders.kafka(), ports.kafka()));
        try {
            CompletableFuture.allOf(postgres, kafka).join();
        } catch (CompletionException e) {
            closeIfStarted(postgres);
            closeIfStarted(kafka);
            folders.close();
            throw e.getCause() instanceof InfraUnavailable known ? new PlatformFailure(message(known), known) : e;
        }
        KeyStore keys = new KeyStore(folders.keys());
        String gatewaySecret = UUID.randomUUID().toString();
        LocalIssuer issuer = new LocalIssuer(ports.issuer(), keys.sealer("issuer"), clients(gatewaySecret));
        Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
        Platform platform = new Platform(folders, ports, postgres.join(), kafka.join(), keys, issuer, services);
        for (Service service : Service.values()) {
            services.put(service, platform.processOf(service, gatewaySecret));
        }
        return platform;
    }

    private static String message(InfraUnavailable known) {
        return known.getMessage() == null ? known.toString() : known.getMessage();
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> server) {
        if (!server.isCompletedExceptionally() && server.isDone()) {
            try {
                server.join().close();
            } catch (Exception e) {
                throw new PlatformFailure("could not stop what had been started: " + e.getMessage(), e);
            }
        }
    }

    private static Map<String, LocalIssuer.Client> clients(String gatewaySecret) {
        Map<String, LocalIssuer.Client> clients = new LinkedHashMap<>();
        for (SampleParty party : SampleParty.values()) {
            clients.put(
                    party.clientId(),
                    new LocalIssuer.Client("sample", party.id(), party.scopes(), Duration.ofHours(1)));
        }
        for (EblPlatform platform : EblPlatform.values()) {
            clients.put(
                    gatewayClient(platform),
                    new LocalIssuer.Client(
                            gatewaySecret, platform.operator().id(), GATEWAY_SCOPE, Duration.ofMinutes(15)));
        }
        return clients;
    }

    private static String gatewayClient(EblPlatform platform) {
        return "gateway-of-" + platform;
    }

    private ServiceProcess processOf(Service service, String gatewaySecret) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "localhost");
        env.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service)));
        env.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(service));
        env.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        env.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        env.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        env.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.jwks().toString());
        env.put("MP_JWT_VERIFY_ISSUER", issuer.issuer().toString());
        EblPlatform platform = service.platform();
        if (!platform.topicPrefix().isEmpty()) {
            env.put("TEGATA_TOPIC_PREFIX", platform.topicPrefix());
            env.put("TEGATA_OUTBOX_SOURCE", "/tegata-b/" + service.module());
        }
        if (service.isRegistry()) {
            env.put("TEGATA_REGISTRY_EBL_PLATFORM", platform.name());
            env.put("TEGATA_REGISTRY_PUBLIC_URL", url(service).toString());
            env.put(
                    "TEGATA_REGISTRY_SEAL_KEY",
                    keys.file(KeyStore.registry(platform)).toString());
        }
        if (service == Service.REGISTRY) {
            env.putAll(custody.environment());
        }
        if (service.isGateway()) {
            env.put("TEGATA_GATEWAY_EBL_PLATFORM", platform.name());
            env.put(
                    "TEGATA_GATEWAY_SEAL_KEY",
                    keys.file(KeyStore.gateway(platform)).toString());
            env.put(
                    "TEGATA_GATEWAY_REGISTRY_URL",
                    url(service.registryOfPlatform()).toString());
            env.put("TEGATA_GATEWAY_TOKEN_URL", issuer.tokenEndpoint().toString());
            env.put("TEGATA_GATEWAY_CLIENT_ID", gatewayClient(platform));
            env.put("TEGATA_GATEWAY_CLIENT_SECRET", gatewaySecret);
        }
        try {
            Files.deleteIfExists(folders.log(service));
        } catch (IOException e) {
            throw new PlatformFailure("Cannot write the log " + folders.log(service) + ": " + e.getMessage(), e);
        }
        return new ServiceProcess(
                service,
                folders.application(service),
                folders.childClasses(),
                folders.log(service),
                ports.of(service),
                env);
    }

    private void awaitReady(Set<Service> wanted, Progress progress) {
        long began = System.nanoTime();
        Set<Service> missing = EnumSet.copyOf(wanted);
        while (!missing.isEmpty()) {
            for (Service service : List.copyOf(missing)) {
                if (!process(service).isAlive()) {
                    throw new PlatformFailure(died(service));
                }
                if (process(service).isReady(http)) {
                    missing.remove(service);
                    progress.say(
                            String.format("%-16s ready after %5s   %s", service.label(), seconds(began), url(service)));
                }
            }
            if (System.nanoTime() - began > LONGEST_START.toNanos()) {
                Service late = missing.iterator().next();
                throw new PlatformFailure(late.label() + " was not ready after " + LONGEST_START.toMinutes()
                        + " minutes. Its log ends with:" + process(late).epitaph());
            }
            pause();
        }
    }

    private String died(Service service) {
        return service.label() + " stopped by itself. Its log ends with:"
                + process(service).epitaph()
                + "\n  If it ran out of memory, close other programs; if its data do not fit (after an update), "
                + "remove .tegata/data.";
    }

    private ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException("no process for " + service);
        }
        return process;
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("interrupted while starting", e);
        }
    }

    private static String seconds(long since) {
        return String.format("%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
