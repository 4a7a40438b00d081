package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** A key is withdrawn for good; what it signed before stays signed. */
@ApplicationScoped
public class RevokeKey {

    private final PartyKeys keys;
    private final Clock clock;

    RevokeKey(PartyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The key as it is revoked now; a repeat changes nothing, not even the reason. */
    public PartyKey revoke(PartyId party, String keyId, String reason) {
        keys.revoke(party, keyId, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        return keys.find(party, keyId)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "%s has no such key", party));
    }
}
