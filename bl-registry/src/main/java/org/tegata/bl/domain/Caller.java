package org.tegata.bl.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * Who acts, and when (MLETR art. 9 and 13).
 *
 * @param party null for the gateway, which acts for other platforms
 * @param user the person or system within the organisation
 * @param signedAct JWS of the party over its {@link ActStatement}
 */
public record Caller(
        @Nullable PartyId party,
        String user,
        Instant at,
        @Nullable String signedAct) {

    /** Somebody whose call is no act on the title. */
    public static Caller unsigned(@Nullable PartyId party, String user, Instant at) {
        return new Caller(party, user, at, null);
    }

    PartyId requireParty() {
        if (party == null) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "This act needs a party");
        }
        return party;
    }
}
