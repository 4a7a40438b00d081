package org.tegata.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Remembers which request of which party made what, in the transaction that makes it: a repeat makes nothing. */
@ApplicationScoped
public class OnceOnly {

    private final DataSource database;

    OnceOnly(DataSource database) {
        this.database = database;
    }

    /**
     * Claims the key for {@code newId}. Returns {@code newId} the first time; on a repeat of the same request the id
     * that the first one made; refuses (422) the same key with another request. A concurrent twin waits here for the
     * first.
     *
     * @param request what distinguishes this request: the call's name and its body
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID claim(PartyId party, String idempotencyKey, byte[] request, UUID newId) {
        var digest = sha256(request);
        try (var connection = database.getConnection()) {
            try (var insert =
                    connection.prepareStatement("INSERT INTO idempotency (party, key, request_digest, resource_id)"
                            + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, party.toString());
                insert.setString(2, idempotencyKey);
                insert.setBytes(3, digest);
                insert.setObject(4, newId);
                if (insert.executeUpdate() == 1) {
                    return newId;
                }
            }
            return made(connection, party, idempotencyKey, digest)
                    .orElseThrow(() -> new IllegalStateException("an idempotency row vanished"));
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    /**
     * What the request made, if it was made before; claims nothing. Refuses (422) the same key with another request.
     */
    public Optional<UUID> made(PartyId party, String idempotencyKey, byte[] request) {
        try (var connection = database.getConnection()) {
            return made(connection, party, idempotencyKey, sha256(request));
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    private static Optional<UUID> made(Connection connection, PartyId party, String idempotencyKey, byte[] digest)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT request_digest, resource_id FROM idempotency WHERE party = ? AND key = ?")) {
            select.setString(1, party.toString());
            select.setString(2, idempotencyKey);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(row.getBytes(1), digest)) {
                    throw new Rejected(
                            RequestProblem.IDEMPOTENCY_KEY_REUSED, RequestProblem.IDEMPOTENCY_KEY_REUSED.title());
                }
                return Optional.of(row.getObject(2, UUID.class));
            }
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
