package org.tegata.bl.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Directory;

/** Parties and carriers of this platform: two plain tables. */
@ApplicationScoped
class PanacheDirectory implements Directory {

    private final EntityManager entities;

    PanacheDirectory(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<String> name(PartyId party) {
        return one(
                "select name from parties where party = :party union all"
                        + " select name from carriers where party = :party",
                party);
    }

    @Override
    public Optional<String> carrierKeys(PartyId carrier) {
        return one("select jwks from carriers where party = :party", carrier);
    }

    private Optional<String> one(String query, PartyId party) {
        List<?> found = entities.createNativeQuery(query, String.class)
                .setParameter("party", party.toString())
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    @Override
    public void putParty(PartyId party, String name) {
        entities.createNativeQuery("insert into parties (party, name) values (:party, :name)"
                        + " on conflict (party) do update set name = excluded.name")
                .setParameter("party", party.toString())
                .setParameter("name", name)
                .executeUpdate();
    }

    @Override
    public void putCarrier(PartyId carrier, String name, String jwks) {
        entities.createNativeQuery("insert into carriers (party, name, jwks) values (:party, :name, :jwks)"
                        + " on conflict (party) do update set name = excluded.name, jwks = excluded.jwks")
                .setParameter("party", carrier.toString())
                .setParameter("name", name)
                .setParameter("jwks", jwks)
                .executeUpdate();
    }
}
