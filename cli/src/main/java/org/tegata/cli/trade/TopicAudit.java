package org.tegata.cli.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.Service;
import org.tegata.embedded.KafkaTopics;

/**
 * Step 7: holds what lies on the Kafka topics against the databases of the services, one to one: each stored event is
 * published with its key and its content, nothing else is, in the order of the document's versions, and each document
 * has exactly as many events as its version says.
 */
final class TopicAudit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnaryOperator<String> jdbcUrls;
    private final String user;
    private final String password;
    private final String kafka;

    TopicAudit(Platform platform) {
        this(
                platform::databaseUrl,
                platform.databaseUser(),
                platform.databasePassword(),
                platform.kafkaBootstrapServers());
    }

    /** {@code jdbcUrls} gives the URL for the name of a database. */
    TopicAudit(UnaryOperator<String> jdbcUrls, String user, String password, String kafka) {
        this.jdbcUrls = jdbcUrls;
        this.user = user;
        this.password = password;
        this.kafka = kafka;
    }

    /** Who publishes on which topic, and the query for the versions of its documents. */
    enum Owned {
        INVOICES(Service.INVOICES, "invoices", "select id::text, version from invoice"),
        CREDITS(Service.CREDITS, "credits", "select id::text, version from credit"),
        BILLS(Service.REGISTRY, "bills", "select id::text, version from bills"),
        ENVELOPES(Service.GATEWAY, "envelopes", "select id::text, version from envelope where version > 0"),
        BILLS_B(Service.REGISTRY_B, "bills", "select id::text, version from bills"),
        ENVELOPES_B(Service.GATEWAY_B, "envelopes", "select id::text, version from envelope where version > 0");

        final Service service;
        private final String topic;
        private final String versions;

        Owned(Service service, String topic, String versions) {
            this.service = service;
            this.topic = topic;
            this.versions = versions;
        }

        String fullName() {
            return service.platform().topicPrefix() + topic;
        }
    }

    private record Stored(String subject, long sequence, String event, boolean published) {}

    Evidence.Topic compare(Owned owned) {
        try (Connection connection =
                DriverManager.getConnection(jdbcUrls.apply(owned.service.database()), user, password)) {
            Map<String, Stored> stored = awaitPublished(connection);
            Map<String, Long> versions = versions(connection, owned.versions);
            List<String> differences = new ArrayList<>();
            int repeats = compareRecords(owned.fullName(), stored, differences);
            compareVersions(stored, versions, differences);
            int published =
                    (int) stored.values().stream().filter(Stored::published).count();
            return new Evidence.Topic(
                    owned.fullName(), stored.size(), published, repeats, versions.size(), differences);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into the database of " + owned.service.label(), e);
        }
    }

    private int compareRecords(String topic, Map<String, Stored> stored, List<String> differences) {
        Map<String, Long> lastSequence = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (KafkaTopics.Entry record : KafkaTopics.read(kafka, topic)) {
            JsonNode event = json(String.valueOf(record.value()));
            String id = event.path("id").asText();
            Stored row = stored.get(id);
            if (row == null) {
                differences.add("event " + id + " is on the topic, but the database does not know it");
                continue;
            }
            if (seen.merge(id, 1, Integer::sum) > 1) {
                continue;
            }
            if (!row.subject().equals(record.key()) || !json(row.event()).equals(event)) {
                differences.add("event " + id + " differs from the stored one");
            }
            long before = lastSequence.getOrDefault(row.subject(), 0L);
            if (row.sequence() != before + 1) {
                differences.add("event " + row.sequence() + " of " + row.subject() + " came after event " + before);
            }
            lastSequence.put(row.subject(), row.sequence());
        }
        stored.keySet().stream()
                .filter(id -> !seen.containsKey(id))
                .forEach(id -> differences.add("event " + id + " is in the database, but not on the topic"));
        return seen.values().stream().mapToInt(count -> count - 1).sum();
    }

    private static void compareVersions(
            Map<String, Stored> stored, Map<String, Long> versions, List<String> differences) {
        Map<String, Long> events = new HashMap<>();
        stored.values().forEach(row -> events.merge(row.subject(), 1L, Long::sum));
        versions.forEach((document, version) -> {
            long count = events.getOrDefault(document, 0L);
            if (count != version) {
                differences.add("document " + document + " has version " + version + " but " + count + " events");
            }
        });
        events.keySet().stream()
                .filter(document -> !versions.containsKey(document))
                .forEach(document ->
                        differences.add("there are events of document " + document + ", which does not exist"));
    }

    /** The relay works after the commit: a moment of patience, then what is unpublished is a difference. */
    private static Map<String, Stored> awaitPublished(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + 15_000_000_000L;
        Map<String, Stored> stored = stored(connection);
        while (stored.values().stream().anyMatch(row -> !row.published()) && System.nanoTime() < deadline) {
            Stage.pause();
            stored = stored(connection);
        }
        return stored;
    }

    private static Map<String, Stored> stored(Connection connection) throws SQLException {
        Map<String, Stored> stored = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id::text, subject::text, sequence, event,"
                        + " published_at is not null from outbox order by position")) {
            while (row.next()) {
                stored.put(
                        row.getString(1),
                        new Stored(row.getString(2), row.getLong(3), row.getString(4), row.getBoolean(5)));
            }
        }
        return stored;
    }

    private static Map<String, Long> versions(Connection connection, String query) throws SQLException {
        Map<String, Long> versions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                versions.put(row.getString(1), row.getLong(2));
            }
        }
        return versions;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        }
    }
}
