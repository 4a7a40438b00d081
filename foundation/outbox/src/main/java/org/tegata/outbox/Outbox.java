package org.tegata.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Where a use case puts the event of its change: a row in the same transaction, so both are there or neither. */
@ApplicationScoped
public class Outbox {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
    /** How many values a row has that {@link #bind} sets. */
    static final int COLUMNS = 6;

    private static final EventFormat FORMAT = new JsonFormat();

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxConfig config;

    Outbox(DataSource database, ObjectMapper json, Clock clock, OutboxConfig config) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    /** Appends the event as CloudEvents 1.0 JSON (structured mode). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO outbox (id, topic, subject, sequence, type, event) VALUES (?, ?, ?, ?, ?, ?)")) {
            bind(insert, 1, event);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    /** Sets the values of a new row, the first at {@code from}. */
    void bind(PreparedStatement insert, int from, Event event) throws SQLException {
        var id = IDS.generate();
        insert.setObject(from, id);
        insert.setString(from + 1, event.topic());
        insert.setObject(from + 2, event.subject());
        insert.setLong(from + 3, event.sequence());
        insert.setString(from + 4, event.type());
        insert.setString(from + 5, cloudEvent(id.toString(), event));
    }

    private String cloudEvent(String id, Event event) {
        try {
            var cloudEvent = CloudEventBuilder.v1()
                    .withId(id)
                    .withSource(URI.create(config.source()))
                    .withType(event.type())
                    .withSubject(event.subject().toString())
                    .withTime(OffsetDateTime.now(clock)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.MILLIS))
                    .withExtension("sequence", Long.toString(event.sequence()))
                    .withData("application/json", json.writeValueAsBytes(event.data()))
                    .build();
            return new String(FORMAT.serialize(cloudEvent), StandardCharsets.UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("event data cannot be written as JSON: " + event.type(), unwritable);
        }
    }
}
