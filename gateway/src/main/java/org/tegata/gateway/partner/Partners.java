package org.tegata.gateway.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** The table of partner platforms. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<PartnerEntity, String> {

    /** For whoever is about to write it: others wait, the first time too, when there is no row yet. */
    @Nullable
    PartnerEntity locked(String eblPlatform) {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(hashtextextended(?1, 0))::text")
                .setParameter(1, "partner " + eblPlatform)
                .getSingleResult();
        return findById(eblPlatform, LockModeType.PESSIMISTIC_WRITE);
    }
}
