package org.tegata.cli.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.seal.VerificationKey;

/** The keys by which parties sign, as registers publish them ({@code GET /parties/{party}/keys}). */
public final class PartyKeys {
    private final Map<String, List<Published>> keys = new HashMap<>();

    /**
     * How long after a key's revocation an act by it may still be recorded. The register judges the key inside the SQL
     * statement that keeps the act; the moment of the act and that of the revocation are each taken before, by the
     * clock of the instance that serves the request. An act that was kept first may so bear the later moment.
     */
    static final Duration REVOCATION_SKEW = Duration.ofSeconds(10);

    /**
     * One key and the time in which what it signs counts. What it signed before its revocation stays valid, and what
     * was recorded up to {@link #REVOCATION_SKEW} after it is taken to have been decided before.
     */
    record Published(
            VerificationKey key,
            Instant notBefore,
            Instant notAfter,
            @Nullable Instant revokedAt) {
        boolean wasInForce(Instant at) {
            return !at.isBefore(notBefore)
                    && at.isBefore(notAfter)
                    && (revokedAt == null || !at.isAfter(revokedAt.plus(REVOCATION_SKEW)));
        }
    }

    /** Adds what a register says of a party's keys; a key that cannot sign acts (RSA) is left out. */
    public PartyKeys add(String party, JsonNode published) {
        List<Published> found = keys.computeIfAbsent(party, each -> new ArrayList<>());
        for (JsonNode each : published) {
            JsonNode jwk = each.path("jwk");
            try {
                found.add(new Published(
                        VerificationKey.fromJwk(jwk.isTextual() ? jwk.textValue() : jwk.toString()),
                        Instant.parse(each.path("notBefore").asText()),
                        Instant.parse(each.path("notAfter").asText()),
                        each.hasNonNull("revokedAt")
                                ? Instant.parse(each.path("revokedAt").asText())
                                : null));
            } catch (IllegalArgumentException | DateTimeException notForActs) {
                // then no act is valid by it, and the check says so where it matters
            }
        }
        return this;
    }

    /** Of a party, by the key's RFC 7638 thumbprint. */
    Optional<Published> find(String party, String keyId) {
        return keys.getOrDefault(party, List.of()).stream()
                .filter(each -> each.key().keyId().equals(keyId))
                .findFirst();
    }
}
