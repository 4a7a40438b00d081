package org.tegata.cli.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.embedded.EmbeddedKafka;
import org.tegata.embedded.EmbeddedPostgres;

/** The audit must be able to fail: each kind of difference is planted once. */
@TestInstance(Lifecycle.PER_CLASS)
class TopicAuditIT {
    private static final String BILL = "01a1f9ec-3e8d-7f83-b9f9-79d52304306f";

    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;
    private KafkaProducer<String, String> producer;
    private TopicAudit audit;
    private int run;

    @BeforeAll
    void start(@TempDir Path folder) {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    void stop() {
        producer.close();
        kafka.close();
        postgres.close();
    }

    /** A fresh database each time; the topic grows, so earlier events of other tests would be noticed as foreign. */
    @BeforeEach
    void freshDatabase() throws SQLException {
        String database = "registry_" + ++run;
        postgres.createDatabase(database);
        audit = new TopicAudit(name -> postgres.jdbcUrl(database), "postgres", "postgres", kafka.bootstrapServers());
        execute("create table bills (id uuid, version bigint)");
        execute("create table outbox (position bigint generated always as identity, id uuid, subject uuid,"
                + " sequence bigint, event text, published_at timestamptz)");
        execute("insert into bills values ('" + BILL + "', 2)");
    }

    @Test
    void shouldFindEachKindOfDifference() throws SQLException {
        store(1, true);
        store(2, true);
        assertThat(differences()).hasSize(2).allMatch(text -> text.contains("not on the topic"));

        publish(BILL, event(1, "a"));
        publish(BILL, event(2, "a"));
        publish(BILL, event(2, "a"));
        Evidence.Topic equal = audit.compare(TopicAudit.Owned.BILLS);
        assertThat(equal.differences()).isEmpty();
        assertThat(equal.stored()).isEqualTo(2);
        assertThat(equal.repeats()).isEqualTo(1);
        assertThat(equal.documents()).isEqualTo(1);

        execute("update bills set version = 3");
        assertThat(differences()).singleElement().asString().contains("version 3 but 2 events");
        execute("update bills set version = 2");

        execute("update outbox set event = '" + event(2, "tampered") + "' where sequence = 2");
        assertThat(differences()).singleElement().asString().contains("differs from the stored one");
        execute("update outbox set event = '" + event(2, "a") + "' where sequence = 2");

        execute("insert into bills values ('" + BILL.replace('0', '1') + "', 1)");
        assertThat(differences()).singleElement().asString().contains("0 events");
        execute("delete from bills");
        assertThat(differences()).singleElement().asString().contains("does not exist");
        execute("insert into bills values ('" + BILL + "', 2)");

        publish(BILL, event(9, "a"));
        assertThat(differences()).singleElement().asString().contains("the database does not know it");
        execute("update outbox set sequence = 3 - sequence");
        assertThat(differences()).anyMatch(text -> text.contains("came after event"));
    }

    private List<String> differences() {
        return audit.compare(TopicAudit.Owned.BILLS).differences();
    }

    private void store(int sequence, boolean published) throws SQLException {
        execute("insert into outbox (id, subject, sequence, event, published_at) values ('" + id(sequence) + "', '"
                + BILL + "', " + sequence + ", '" + event(sequence, "a") + "', " + (published ? "now()" : "null")
                + ")");
    }

    private static String id(int sequence) {
        return "01a1f9ec-0000-7000-8000-00000000000" + sequence;
    }

    private static String event(int sequence, String content) {
        return "{\"id\":\"" + id(sequence) + "\",\"data\":\"" + content + "\"}";
    }

    private void publish(String key, String event) {
        producer.send(new ProducerRecord<>("bills", key, event));
        producer.flush();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("registry_" + run), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
