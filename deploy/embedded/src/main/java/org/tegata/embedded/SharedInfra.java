package org.tegata.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL and the one Kafka of a test JVM.
 *
 * <p>Quarkus loads test classes in class loaders that come and go, so this class is only ever used through the system
 * class loader (see {@link InfraTestResource}), and what others need is published as system properties.
 */
public final class SharedInfra {
    static final String KAFKA = "tegata.test.kafka";
    static final String JDBC_URL = "tegata.test.jdbc-url";
    static final String SIGNING_KEY = "tegata.test.signing-key";
    static final String ISSUER = "tegata.test.issuer";

    private static @Nullable SharedInfra running;

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    private SharedInfra(Path folder, EmbeddedPostgres postgres, EmbeddedKafka kafka) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** Starts what is not yet running and answers with the configuration keys of a service. Called by reflection. */
    public static synchronized Map<String, String> config(String database) {
        SharedInfra infra = running;
        if (infra == null) {
            infra = start();
            running = infra;
        }
        String jdbcUrl = infra.postgres.createDatabase(database);
        System.setProperty(JDBC_URL, jdbcUrl);
        Map<String, String> config = new LinkedHashMap<>();
        config.put("quarkus.datasource.jdbc.url", jdbcUrl);
        config.put("quarkus.datasource.username", infra.postgres.username());
        config.put("quarkus.datasource.password", infra.postgres.password());
        config.put("kafka.bootstrap.servers", infra.kafka.bootstrapServers());
        config.put(
                "mp.jwt.verify.publickey.location",
                infra.folder.resolve(TestKeys.JWKS).toUri().toString());
        config.put("mp.jwt.verify.issuer", published(ISSUER));
        config.put(
                "tegata.registry.seal-key",
                infra.folder.resolve(TestKeys.REGISTRY_SEAL).toString());
        config.put(
                "tegata.gateway.seal-key",
                infra.folder.resolve(TestKeys.GATEWAY_SEAL).toString());
        for (String chatty : new String[] {"org.apache.kafka", "kafka", "state.change.logger", "io.zonky"}) {
            config.put("quarkus.log.category.\"" + chatty + "\".level", "WARN");
        }
        return config;
    }

    static String published(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the embedded PostgreSQL and Kafka are not running: annotate the test with "
                    + "@WithTestResource(InfraTestResource.class)");
        }
        return value;
    }

    private static SharedInfra start() {
        try {
            Path folder = Files.createTempDirectory("tegata-test-");
            TestKeys.write(folder);
            System.setProperty(SIGNING_KEY, folder.resolve(TestKeys.SIGNING).toString());
            System.setProperty(ISSUER, "https://issuer.tegata.test");
            var postgres = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.start(folder.resolve("postgres")));
            EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
            System.setProperty(KAFKA, kafka.bootstrapServers());
            SharedInfra infra = new SharedInfra(folder, postgres.join(), kafka);
            Runtime.getRuntime().addShutdownHook(new Thread(infra::stop, "tegata-test-infra-stop"));
            return infra;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        kafka.close();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            // a temporary folder that the operating system will clean
        }
    }
}
