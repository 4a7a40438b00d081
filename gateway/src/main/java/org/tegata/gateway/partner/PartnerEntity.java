package org.tegata.gateway.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of a partner platform. */
@Entity
@Table(name = "partner")
class PartnerEntity {

    @Id
    @Column(name = "ebl_platform")
    private String eblPlatform = "";

    @Column(name = "base_url")
    private String baseUrl = "";

    private String jwks = "";

    private long version;

    @Column(name = "updated_by")
    private String updatedBy = "";

    @Column(name = "updated_at")
    private @Nullable Instant updatedAt;

    PartnerEntity() {}

    PartnerEntity(String eblPlatform) {
        this.eblPlatform = eblPlatform;
    }

    void set(String newBaseUrl, String newJwks, String by, Instant at) {
        baseUrl = newBaseUrl;
        jwks = newJwks;
        version++;
        updatedBy = by;
        updatedAt = at;
    }

    String baseUrl() {
        return baseUrl;
    }

    String jwks() {
        return jwks;
    }

    long version() {
        return version;
    }

    PartnerView view() {
        return new PartnerView(eblPlatform, baseUrl, KeySets.tree(jwks), version, String.valueOf(updatedAt));
    }
}
