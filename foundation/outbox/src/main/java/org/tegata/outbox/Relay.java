package org.tegata.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Carries committed events to Kafka in the order of their documents' versions, at least once, from one instance at a
 * time: the instance that holds the lock on the relay's row.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";
    private static final RecordHeaders STRUCTURED = new RecordHeaders();

    static {
        STRUCTURED.add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
    }

    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER;

    private final DataSource database;
    private final MutinyEmitter<String> kafka;
    private final OutboxConfig config;
    // Not Quarkus' scheduler: it goes no faster than once a second.
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(turn -> new Thread(turn, "outbox-relay"));
    private boolean complained;

    Relay(DataSource database, @Channel("outbox") MutinyEmitter<String> kafka, OutboxConfig config) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
    }

    /** After everything else: the messaging channel must be there. */
    void start(@Observes @Priority(LAST) StartupEvent started) {
        long every = config.every().toMillis();
        clockwork.scheduleWithFixedDelay(this::turn, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        clockwork.shutdown();
        if (!clockwork.awaitTermination(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            clockwork.shutdownNow();
        }
    }

    /**
     * One turn: takes batches until the outbox is empty. Without Kafka or database it gives up and comes again; so it
     * does after an error of any kind, for a relay that has died is noticed by nobody.
     */
    void turn() {
        try {
            while (relayBatch() == config.batchSize()) {
                // A full batch: there may be more.
            }
            complained = false;
        } catch (Throwable away) {
            if (!complained) {
                LOG.warnf(away instanceof Error ? away : null, "Events wait in the outbox: %s", away.toString());
                complained = true;
            }
        }
    }

    private int relayBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!holdsTheRelay(connection)) {
                    return 0;
                }
                var batch = unpublished(connection);
                if (!batch.isEmpty()) {
                    send(batch);
                    markPublished(connection, batch);
                }
                connection.commit();
                return batch.size();
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean holdsTheRelay(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT id FROM outbox_relay FOR UPDATE SKIP LOCKED");
                var row = lock.executeQuery()) {
            return row.next();
        }
    }

    private List<Row> unpublished(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT position, topic, subject, event FROM outbox"
                + " WHERE published_at IS NULL ORDER BY position LIMIT ?")) {
            select.setInt(1, config.batchSize());
            try (var found = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (found.next()) {
                    rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
                }
                return rows;
            }
        }
    }

    private void send(List<Row> batch) {
        // The producer keeps the order of what it is handed; waiting once a batch is enough.
        var sent = batch.stream().map(this::send).toList();
        Uni.join().all(sent).andFailFast().await().atMost(config.sendTimeout());
    }

    private Uni<Void> send(Row row) {
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(config.topicPrefix().orElse("") + row.topic)
                .withKey(row.subject)
                .withHeaders(STRUCTURED)
                .build();
        return kafka.sendMessage(Message.of(row.event, Metadata.of(metadata)));
    }

    private static void markPublished(Connection connection, List<Row> batch) throws SQLException {
        try (var update =
                connection.prepareStatement("UPDATE outbox SET published_at = now() WHERE position = ANY (?)")) {
            update.setObject(1, batch.stream().map(Row::position).toArray(Long[]::new));
            update.executeUpdate();
        }
    }

    private record Row(long position, String topic, String subject, String event) {}
}
