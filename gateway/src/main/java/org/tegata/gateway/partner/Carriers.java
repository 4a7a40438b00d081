package org.tegata.gateway.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of carriers. */
@ApplicationScoped
class Carriers implements PanacheRepositoryBase<CarrierEntity, String> {}
