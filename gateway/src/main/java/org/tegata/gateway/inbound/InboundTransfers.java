package org.tegata.gateway.inbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of received envelopes. */
@ApplicationScoped
class InboundTransfers implements PanacheRepositoryBase<InboundTransferEntity, UUID> {

    /** Until the transaction ends nobody else starts, replaces or finishes a transfer of this bill. */
    void lockBill(String transportDocumentChecksum) {
        lock(transportDocumentChecksum);
    }

    /** Taken after the bill's lock: whatever document an entry comes with, one word is signed about it at a time. */
    void lockEntry(String payloadChecksum) {
        lock(payloadChecksum);
    }

    private void lock(String name) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))::text")
                .setParameter(1, name)
                .getSingleResult();
    }

    Optional<InboundTransferEntity> locked(UUID id) {
        return Optional.ofNullable(
                getEntityManager().find(InboundTransferEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<InboundTransferEntity> open(String transportDocumentChecksum, String sendingPlatform) {
        return find(
                        "transportDocumentChecksum = ?1 and sendingPlatform = ?2 and state in ?3",
                        transportDocumentChecksum,
                        sendingPlatform,
                        List.of(InboundState.ACTIVE, InboundState.COMMITTING))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * What is known here of a chain's last entry, at most signed anew. A signed answer names only the entry, so the
     * document that it came with does not matter.
     */
    List<InboundTransferEntity> ofEntry(String payloadChecksum) {
        return find(
                        "lastEntryPayloadChecksum = ?1 and state != ?2",
                        Sort.by("id"),
                        payloadChecksum,
                        InboundState.REPLACED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those being committed since before then: whoever began with a later one is still at it. */
    List<UUID> committingSince(Instant then) {
        return find("state = ?1 and updatedAt < ?2", InboundState.COMMITTING, then).stream()
                .map(InboundTransferEntity::id)
                .toList();
    }
}
