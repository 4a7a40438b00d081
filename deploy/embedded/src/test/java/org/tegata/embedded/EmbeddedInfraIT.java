package org.tegata.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedInfraIT {
    private final Path folder;

    EmbeddedInfraIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldKeepRowsAcrossARestartAndCommitDurably() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"))) {
            String url = postgres.createDatabase("trade");
            assertThat(postgres.createDatabase("trade")).isEqualTo(url);
            assertThat(ask(url, "show fsync")).isEqualTo("on");
            assertThat(ask(url, "show synchronous_commit")).isEqualTo("on");
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table bill as select uuidv7() as id, 'kept' as note");
            }
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"))) {
            assertThat(ask(postgres.jdbcUrl("trade"), "select note from bill")).isEqualTo("kept");
        }
    }

    @Test
    void shouldRefuseADatabaseNameThatIsNotAName() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"))) {
            assertThatThrownBy(() -> postgres.createDatabase("x; drop database postgres"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldKeepRecordsAcrossARestart() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            assertThat(KafkaTopics.read(kafka.bootstrapServers(), "bills")).isEmpty();
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("bills", "id", "issued"));
                producer.send(new ProducerRecord<>("bills", "id", "transferred"));
            }
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            assertThat(KafkaTopics.read(kafka.bootstrapServers(), "bills"))
                    .extracting(KafkaTopics.Entry::value)
                    .containsExactly("issued", "transferred");
        }
    }

    @Test
    void shouldGiveEachDatabaseItsOwnConfiguration() {
        Map<String, String> first = new InfraTestResource().start();
        InfraTestResource other = new InfraTestResource();
        other.init(Map.of("database", "other", "tegata.topic-prefix", "b."));
        Map<String, String> second = other.start();
        assertThat(first.get("quarkus.datasource.jdbc.url")).endsWith("/service");
        assertThat(second.get("quarkus.datasource.jdbc.url")).endsWith("/other");
        assertThat(second).containsEntry("tegata.topic-prefix", "b.").doesNotContainKey("database");
        assertThat(first.get("kafka.bootstrap.servers")).isEqualTo(second.get("kafka.bootstrap.servers"));
        assertThat(Path.of(first.getOrDefault("tegata.registry.seal-key", "")))
                .content()
                .contains("\"d\":");
    }

    private static String ask(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
