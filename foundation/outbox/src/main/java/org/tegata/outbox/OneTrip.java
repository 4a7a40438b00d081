package org.tegata.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.tegata.access.PartyId;

/**
 * Claims an idempotency key, makes a service's own inserts and appends their event, all in one SQL statement: one trip
 * to the database instead of five, for the calls that come by the thousand. Either all of it is there or nothing.
 */
@ApplicationScoped
public class OneTrip {

    /** Each {@code SELECT ... FROM claimed} that follows makes its rows only if the key was free. */
    private static final String CLAIM_AND_TELL = """
            WITH claimed AS (
                INSERT INTO idempotency (party, key, request_digest, resource_id) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING RETURNING 1
            ), told AS (
                INSERT INTO outbox (id, topic, subject, sequence, type, event) SELECT ?, ?, ?, ?, ?, ? FROM claimed
            ), """;

    private static final String COUNT = " SELECT count(*) FROM claimed";

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
     * @param newId the id of what it makes
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    public record Claim(PartyId party, String idempotencyKey, byte[] request, UUID newId) {}

    /** A service's own part of the statement. */
    public interface Inserts {

        /** {@code name AS (INSERT ... SELECT ... FROM claimed)}, and more of these, separated by commas. */
        String sql();

        /** Sets the parameters of that, the first at {@code from}. */
        void bind(PreparedStatement statement, int from) throws SQLException;
    }

    /**
     * True if it was done; false if the key was taken, and then nothing was: {@link OnceOnly} knows by what. Not within
     * a transaction: the statement is one by itself. A concurrent twin waits here for the first.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean run(Claim claim, Inserts inserts, Event event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(CLAIM_AND_TELL + inserts.sql() + COUNT)) {
            statement.setString(1, claim.party().toString());
            statement.setString(2, claim.idempotencyKey());
            statement.setBytes(3, OnceOnly.sha256(claim.request()));
            statement.setObject(4, claim.newId());
            outbox.bind(statement, 5, event);
            inserts.bind(statement, 5 + Outbox.COLUMNS);
            try (var done = statement.executeQuery()) {
                return done.next() && done.getInt(1) == 1;
            }
        }
    }
}
