package org.tegata.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * Does a thing, claims its idempotency key and appends its events in one SQL statement (PostgreSQL's data-modifying
 * {@code WITH}): one trip to the database instead of five, for the calls that come by the thousand. Either all of it is
 * there or nothing. Within a transaction it belongs to that; without one it is a transaction by itself, durable when it
 * returns.
 */
@ApplicationScoped
public class OneTrip {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String KEY_ONCE = "idempotency_pkey";

    private final DataSource database;
    private final Outbox outbox;

    OneTrip(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Whose request it is.
     *
     * @param request what distinguishes this request: the call's name and its body
     * @param newId the id of what it makes or acts on
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Claim(PartyId party, String idempotencyKey, byte[] request, UUID newId) {}

    /** SQL with a {@code ?} for each of its values. */
    public record Part(String sql, List<@Nullable Object> values) {

        public static Part of(String sql, @Nullable Object... values) {
            return new Part(sql, Arrays.asList(values));
        }

        private int bind(PreparedStatement statement, int from) throws SQLException {
            int next = from;
            for (Object value : values) {
                statement.setObject(next++, value);
            }
            return next;
        }
    }

    /** The gate of what may be done in any case. */
    public static final Part OPEN = Part.of("SELECT 1");

    /** {@link #run(Part, List, Claim, List)} of something that needs no key: its repetition is harmless. */
    public boolean run(Part gate, List<Part> parts, List<Event> events) throws SQLException {
        return trip(gate, parts, null, events);
    }

    /**
     * True if it was done. False if the gate stayed shut or the key was used, and then nothing was: {@link OnceOnly}
     * knows by what. A concurrent twin waits here for the first. Other constraints that are violated are thrown.
     *
     * @param gate yields a row if the thing may be done; an UPDATE with RETURNING, or a SELECT
     * @param parts each {@code name AS (INSERT ... SELECT ... FROM gate)}: done only if the gate opens and the key is
     *     free
     */
    public boolean run(Part gate, List<Part> parts, Claim claim, List<Event> events) throws SQLException {
        try {
            return trip(gate, parts, claim, events);
        } catch (SQLException failed) {
            if (isKeyUsed(failed)) {
                return false;
            }
            throw failed;
        }
    }

    /** The first line of the message names the constraint; what follows quotes values, which are the caller's. */
    private static boolean isKeyUsed(SQLException failed) {
        var constraint = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return UNIQUE_VIOLATION.equals(failed.getSQLState()) && constraint.contains(KEY_ONCE);
    }

    private boolean trip(Part gate, List<Part> parts, @Nullable Claim claim, List<Event> events) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql(gate, parts, claim != null, events.size()))) {
            int next = gate.bind(statement, 1);
            if (claim != null) {
                statement.setString(next++, claim.party().toString());
                statement.setString(next++, claim.idempotencyKey());
                statement.setBytes(next++, OnceOnly.sha256(claim.request()));
                statement.setObject(next++, claim.newId());
            }
            for (Part part : parts) {
                next = part.bind(statement, next);
            }
            for (Event event : events) {
                outbox.bind(statement, next, event);
                next += Outbox.COLUMNS;
            }
            try (var done = statement.executeQuery()) {
                return done.next();
            }
        }
    }

    /**
     * The text of the statement. The key is claimed when the gate has opened and before anything else is made, so that
     * twins meet there and nowhere else; a used key violates its primary key, which undoes the gate too.
     */
    static String sql(Part gate, List<Part> parts, boolean claimed, int events) {
        var sql = new StringBuilder("WITH ");
        if (claimed) {
            sql.append("allowed AS (")
                    .append(gate.sql())
                    .append("), gate AS (INSERT INTO idempotency (party, key, request_digest, resource_id)")
                    .append(" SELECT ?, ?, ?, ? FROM allowed RETURNING 1)");
        } else {
            sql.append("gate AS (").append(gate.sql()).append(')');
        }
        for (Part part : parts) {
            sql.append(", ").append(part.sql());
        }
        if (events > 0) {
            sql.append(", told AS (INSERT INTO outbox (id, topic, subject, sequence, type, event) ");
            rows(sql, "?, ?, ?, ?, ?, ?", events).append(')');
        }
        return sql.append(" SELECT 1 FROM gate").toString();
    }

    /** {@code SELECT} of so many rows of values from the open gate, in order. */
    public static StringBuilder rows(StringBuilder sql, String row, int count) {
        if (count == 1) {
            return sql.append("SELECT ").append(row).append(" FROM gate");
        }
        sql.append("SELECT given.* FROM gate, (VALUES (").append(row).append(')');
        for (int i = 1; i < count; i++) {
            sql.append(", (").append(row).append(')');
        }
        return sql.append(") given");
    }
}
