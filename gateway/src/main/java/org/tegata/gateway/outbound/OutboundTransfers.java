package org.tegata.gateway.outbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of envelopes to be sent. */
@ApplicationScoped
class OutboundTransfers implements PanacheRepositoryBase<OutboundTransferEntity, UUID> {

    private static final String UNFINISHED =
            "(state IN ('DUE', 'SENDING') OR (state IN ('ACCEPTED', 'REFUSED', 'DISPUTED') AND reported_at IS NULL))";

    /** Takes some that are due, and puts them off for the lease, so that no other instance takes them meanwhile. */
    List<UUID> claim(int limit, Instant now, Duration lease) {
        return getEntityManager()
                .createNativeQuery(
                        "UPDATE outbound_transfer SET next_attempt_at = ?1, attempts = attempts + 1 WHERE id IN ("
                                + "SELECT id FROM outbound_transfer WHERE next_attempt_at <= ?2 AND " + UNFINISHED
                                + " ORDER BY next_attempt_at LIMIT ?3 FOR UPDATE SKIP LOCKED) RETURNING id",
                        UUID.class)
                .setParameter(1, now.plus(lease))
                .setParameter(2, now)
                .setParameter(3, limit)
                .getResultStream()
                .map(UUID.class::cast)
                .toList();
    }

    /** After a start: whatever an earlier process had in hand goes on now. Sending twice does no harm. */
    int releaseAll(Instant now) {
        return getEntityManager()
                .createNativeQuery("UPDATE outbound_transfer SET next_attempt_at = ?1 WHERE " + UNFINISHED)
                .setParameter(1, now)
                .executeUpdate();
    }

    OutboundTransferEntity locked(UUID id) {
        var found = getEntityManager().find(OutboundTransferEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new IllegalStateException("an envelope vanished: " + id);
        }
        return found;
    }
}
