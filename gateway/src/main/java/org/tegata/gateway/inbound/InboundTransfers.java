package org.tegata.gateway.inbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tegata.gateway.pint.Checksum;
import org.tegata.gateway.pint.SignedEnvelope;

/** The table of received envelopes. */
@ApplicationScoped
class InboundTransfers implements PanacheRepositoryBase<InboundTransferEntity, UUID> {

    /** Until the transaction ends nobody else starts, replaces or finishes a transfer of this bill. */
    void lockBill(String transportDocumentChecksum) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))::text")
                .setParameter(1, transportDocumentChecksum)
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
                .firstResultOptional();
    }

    /** The transfer by which this very chain was accepted, its last entry at most signed anew. */
    Optional<InboundTransferEntity> accepted(SignedEnvelope signed) {
        return find(
                        "transportDocumentChecksum = ?1 and lastEntryPayloadChecksum = ?2 and state = ?3",
                        signed.envelope().transportDocumentChecksum(),
                        Checksum.ofSignedContent(signed.lastEntry().signedPayload()),
                        InboundState.ACCEPTED)
                .firstResultOptional();
    }

    List<UUID> committing() {
        return find("state", InboundState.COMMITTING).stream()
                .map(InboundTransferEntity::id)
                .toList();
    }
}
