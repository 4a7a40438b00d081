package org.tegata.bl.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;

/** Keys in PostgreSQL, which lets none be changed or deleted. What the bytes of a key are never changes with its id. */
@ApplicationScoped
class SqlPartyKeys implements PartyKeys {

    private static final String SELECT = "SELECT key_id, jwk, not_before, not_after, custody_alias, authorised_by,"
            + " revoked_at, revocation_reason FROM party_keys WHERE party = ?";

    private static final int MOST = 100_000;
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Rows rows;
    private final Cache<Name, PartyKey> seen =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_MOST).build();

    SqlPartyKeys(Rows rows) {
        this.rows = rows;
    }

    private record Name(PartyId party, String keyId) {}

    @Override
    public Optional<PartyKey> remembered(PartyId party, String keyId) {
        return Optional.ofNullable(
                seen.get(new Name(party, keyId), name -> find(party, keyId).orElse(null)));
    }

    @Override
    public Optional<PartyKey> find(PartyId party, String keyId) {
        return rows.select(SELECT + " AND key_id = ?", row -> key(party, row), party.toString(), keyId).stream()
                .findFirst();
    }

    @Override
    public List<PartyKey> of(PartyId party) {
        return rows.select(SELECT + " ORDER BY registered_at DESC, key_id", row -> key(party, row), party.toString());
    }

    private static PartyKey key(PartyId party, ResultSet row) throws SQLException {
        var revokedAt = row.getObject(7, OffsetDateTime.class);
        var reason = row.getString(8);
        return new PartyKey(
                party,
                row.getString(1),
                row.getString(2),
                instant(row, 3),
                instant(row, 4),
                row.getString(5),
                row.getString(6),
                revokedAt == null || reason == null ? null : new PartyKey.Revocation(revokedAt.toInstant(), reason));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public boolean add(PartyKey key) {
        return rows.change(
                        "INSERT INTO party_keys (party, key_id, jwk, not_before, not_after, custody_alias)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        key.party().toString(),
                        key.keyId(),
                        key.jwk(),
                        KeptAct.time(key.notBefore()),
                        KeptAct.time(key.notAfter()),
                        key.custodyAlias())
                == 1;
    }

    @Override
    public boolean add(PartyKey key, String signedBy, Instant at) {
        return rows.change(
                        "INSERT INTO party_keys (party, key_id, jwk, not_before, not_after, authorised_by)"
                                + " SELECT party, ?, ?, ?, ?, ? FROM party_keys WHERE party = ? AND key_id = ?"
                                + " AND revoked_at IS NULL AND not_before <= ? AND not_after > ? FOR SHARE"
                                + " ON CONFLICT DO NOTHING",
                        key.keyId(),
                        key.jwk(),
                        KeptAct.time(key.notBefore()),
                        KeptAct.time(key.notAfter()),
                        key.authorisedBy(),
                        key.party().toString(),
                        signedBy,
                        KeptAct.time(at),
                        KeptAct.time(at))
                == 1;
    }

    /** Forgets the key when the database has it revoked: a reader under way is waited for, and cannot put it back. */
    @Override
    public boolean revoke(PartyId party, String keyId, Instant at, String reason) {
        try {
            return rows.change(
                            "UPDATE party_keys SET revoked_at = ?, revocation_reason = ?"
                                    + " WHERE party = ? AND key_id = ? AND revoked_at IS NULL",
                            KeptAct.time(at),
                            reason,
                            party.toString(),
                            keyId)
                    == 1;
        } finally {
            seen.invalidate(new Name(party, keyId));
        }
    }
}
