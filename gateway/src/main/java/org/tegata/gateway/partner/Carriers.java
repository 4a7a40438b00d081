package org.tegata.gateway.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** The table of carriers. */
@ApplicationScoped
class Carriers implements PanacheRepositoryBase<CarrierEntity, String> {

    /** For whoever is about to write it: others wait, the first time too, when there is no row yet. */
    @Nullable
    CarrierEntity locked(String partyId) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))::text")
                .setParameter(1, "carrier " + partyId)
                .getSingleResult();
        return findById(partyId, LockModeType.PESSIMISTIC_WRITE);
    }
}
