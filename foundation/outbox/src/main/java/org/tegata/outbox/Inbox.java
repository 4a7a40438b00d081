package org.tegata.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.tegata.problem.Rejected;
import org.tegata.problem.rest.DatabaseLoss;

/** Where events arrive: each is handled once, in one transaction with what the handler changes. */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long RETRY_DELAY_MS = 1_000;
    private static final int ATTEMPTS = 5;

    private final DataSource database;
    private final ObjectMapper json;

    Inbox(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Runs the handler unless this event was handled before. Call it from a worker thread: while the database is away
     * it waits, so that nothing is skipped. What cannot be read as one of our events or holds what cannot be stored,
     * and what has failed {@value #ATTEMPTS} times, is put aside in {@code inbox_rejected} for a person and does not
     * stop the topic.
     */
    public void handle(String cloudEvent, Consumer<ReceivedEvent> handler) {
        for (int attempt = 1; ; attempt++) {
            try {
                var event = read(cloudEvent);
                QuarkusTransaction.requiringNew().run(() -> {
                    if (firstTime(event)) {
                        handler.accept(event);
                    }
                });
                return;
            } catch (RuntimeException failed) {
                boolean mayPass = DatabaseLoss.isCauseOf(failed) || (!isHopeless(failed) && attempt < ATTEMPTS);
                if (!mayPass && putAside(cloudEvent, failed)) {
                    return;
                }
                pause(failed);
            }
        }
    }

    /** The event itself is at fault: another attempt would fail the same way. */
    private static boolean isHopeless(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException || cause instanceof Rejected) {
                return true;
            }
        }
        return DatabaseLoss.isBadDataIn(failed);
    }

    private ReceivedEvent read(String cloudEvent) {
        try {
            JsonNode event = json.readTree(cloudEvent);
            if (!"1.0".equals(event.path("specversion").asText())) {
                throw new IllegalArgumentException("not a CloudEvent 1.0");
            }
            return new ReceivedEvent(
                    required(event, "id"),
                    required(event, "type"),
                    UUID.fromString(required(event, "subject")),
                    Long.parseLong(required(event, "sequence")),
                    Instant.parse(required(event, "time")),
                    event.path("data"));
        } catch (JsonProcessingException | DateTimeParseException unreadable) {
            throw new IllegalArgumentException("not a CloudEvent", unreadable);
        }
    }

    private static String required(JsonNode event, String attribute) {
        var value = event.path(attribute);
        if (!value.isValueNode() || value.asText().isEmpty()) {
            throw new IllegalArgumentException("the event lacks " + attribute);
        }
        return value.asText();
    }

    private boolean firstTime(ReceivedEvent event) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO inbox (event_id, type, subject) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, event.id());
            insert.setString(2, event.type());
            insert.setObject(3, event.subject());
            return insert.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    private boolean putAside(String cloudEvent, RuntimeException reason) {
        LOG.errorf(reason, "An event was put aside in inbox_rejected");
        try {
            QuarkusTransaction.requiringNew().run(() -> insertRejected(cloudEvent, reason.toString()));
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private void insertRejected(String cloudEvent, String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO inbox_rejected (event, reason) VALUES (?, ?)")) {
            // PostgreSQL text cannot hold NUL, and a hostile event may.
            insert.setString(1, cloudEvent.replace("\0", "\\u0000"));
            insert.setString(2, reason.replace("\0", "\\u0000"));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    private static void pause(RuntimeException reason) {
        LOG.warnf("An event is tried again: %s", reason.toString());
        try {
            Thread.sleep(RETRY_DELAY_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an event waited; it will come again", reason);
        }
    }
}
