package org.tegata.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of a carrier whose issuance manifests we accept. */
@Entity
@Table(name = "carrier")
class CarrierEntity {

    @Id
    @Column(name = "party_id")
    private String partyId = "";

    private String name = "";

    private String jwks = "";

    private long version;

    @Column(name = "updated_by")
    private String updatedBy = "";

    @Column(name = "updated_at")
    private @Nullable Instant updatedAt;

    CarrierEntity() {}

    CarrierEntity(String partyId) {
        this.partyId = partyId;
    }

    void set(String newName, String newJwks, String by, Instant at) {
        name = newName;
        jwks = newJwks;
        version++;
        updatedBy = by;
        updatedAt = at;
    }

    String jwks() {
        return jwks;
    }

    long version() {
        return version;
    }

    CarrierView view() {
        return new CarrierView(partyId, name, KeySets.tree(jwks), version, String.valueOf(updatedAt));
    }
}
