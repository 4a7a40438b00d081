package org.tegata.gateway.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of partner platforms. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<PartnerEntity, String> {}
