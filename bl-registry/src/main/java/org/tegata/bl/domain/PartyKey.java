package org.tegata.bl.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * A key by which an organisation signs. It may be replaced and revoked; what it signed while it was in force stays
 * verifiable, so it is never forgotten.
 *
 * @param keyId RFC 7638 thumbprint
 * @param jwk the public key (RFC 7517)
 * @param notAfter the first moment at which it signs no more
 * @param custodyAlias where this platform's key store holds the private half; null when the organisation keeps it
 * @param authorisedBy the party's own signature over the rotation that brought it; null when the operator did
 * @param revocation final once it is there
 */
public record PartyKey(
        PartyId party,
        String keyId,
        String jwk,
        Instant notBefore,
        Instant notAfter,
        @Nullable String custodyAlias,
        @Nullable String authorisedBy,
        @Nullable Revocation revocation) {

    /** When, and why, a key was withdrawn. */
    public record Revocation(Instant at, String reason) {}

    /** Whether it may sign at that moment. */
    public boolean isInForce(Instant at) {
        return revocation == null && !at.isBefore(notBefore) && at.isBefore(notAfter);
    }

    /** Refuses what the key signs at that moment unless it is in force. */
    public void requireInForce(Instant at) {
        if (revocation != null) {
            throw new Rejected(BillProblem.KEY_REVOKED, "Key %s was revoked at %s", keyId, revocation.at());
        }
        if (!isInForce(at)) {
            throw new Rejected(
                    BillProblem.KEY_NOT_IN_FORCE, "Key %s is in force from %s until %s", keyId, notBefore, notAfter);
        }
    }
}
