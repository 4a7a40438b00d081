package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service alone with real PostgreSQL and Kafka, and with a stand-in for the service. */
class SoloServiceIT {
    private static final List<String> SMALL = List.of("-Xmx64m", "-XX:+UseSerialGC");

    private final Path checkout;

    SoloServiceIT(@TempDir Path checkout) throws IOException {
        this.checkout = checkout;
        StandIns.install(checkout);
    }

    @Test
    void shouldKillAndRestartOneOfTwoInstancesAndTheDatabase() throws Exception {
        Path data;
        try (SoloService solo = prepare(Service.REGISTRY)) {
            data = solo.sealKey().getParent().getParent();
            SoloInstance second = solo.another(Map.of());
            solo.start();
            second.start();
            solo.awaitReady();
            second.awaitReady();
            assertThat(second.port()).isNotEqualTo(solo.port());

            long killed = second.pid();
            second.kill();
            assertThat(ProcessHandle.of(killed)).isEmpty();
            assertThat(solo.isAlive()).isTrue();
            second.start();
            second.awaitReady();
            assertThat(second.pid()).isNotEqualTo(killed);

            execute(solo, "create table kept (n int)");
            execute(solo, "insert into kept values (42)");
            long server = solo.databasePid();
            solo.killPostgres();
            assertThatThrownBy(() -> execute(solo, "select 1")).isInstanceOf(SQLException.class);
            solo.startPostgres();
            assertThat(solo.databasePid()).isNotEqualTo(server);
            assertThat(value(solo, "select n from kept")).isEqualTo(42);
            solo.killPostgres();
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void shouldGiveEachInstanceItsOwnEnvironmentWhenTheCallerSaysMore() throws Exception {
        try (SoloService solo = prepare(Service.REGISTRY)) {
            SoloInstance proxied =
                    solo.another(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://proxy/registry"));
            solo.start();
            proxied.start();
            solo.awaitReady();
            proxied.awaitReady();
            assertThat(environment(solo.pid()))
                    .contains("QUARKUS_DATASOURCE_JDBC_URL=" + solo.jdbcUrl())
                    .contains("TEGATA_REGISTRY_SEAL_KEY=" + solo.sealKey());
            assertThat(environment(proxied.pid()))
                    .contains("QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://proxy/registry")
                    .contains("TEGATA_REGISTRY_SEAL_KEY=" + solo.sealKey());
            assertThat(proxied.log()).isNotEqualTo(solo.log());
        }
    }

    @Test
    void shouldIssueATokenForAnyPartyAndSayHowItAuthenticated() throws Exception {
        try (SoloService solo = prepare(Service.CREDITS)) {
            JsonNode plain = claims(solo.token("clerk", "GLEIF:SOMEBODY", "registry:admin"));
            assertThat(plain.path("party").asText()).isEqualTo("GLEIF:SOMEBODY");
            assertThat(plain.path("scope").asText()).isEqualTo("registry:admin");
            assertThat(plain.has("acr")).isFalse();
            JsonNode steppedUp = claims(solo.steppedUpToken("clerk", "GLEIF:SOMEBODY", "bills:write"));
            assertThat(steppedUp.path("acr").asText()).isEqualTo("mfa");
            assertThat(Instant.ofEpochSecond(steppedUp.path("auth_time").asLong()))
                    .isAfter(Instant.now().minusSeconds(60));
        }
    }

    @Test
    void shouldRefuseAGatewayBecauseItNeedsNeighbours() {
        assertThatThrownBy(() -> SoloService.prepare(Service.GATEWAY, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs neighbours");
    }

    private SoloService prepare(Service service) {
        return SoloService.prepare(Folders.throwAway(checkout), service, SMALL, Map.of());
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static List<String> environment(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc", String.valueOf(pid), "environ"))
                .split("\0"));
    }

    private static void execute(SoloService solo, String sql) throws SQLException {
        try (Connection connection = connect(solo);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int value(SoloService solo, String sql) throws SQLException {
        try (Connection connection = connect(solo);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private static Connection connect(SoloService solo) throws SQLException {
        return DriverManager.getConnection(solo.jdbcUrl(), solo.databaseUser(), solo.databasePassword());
    }
}
