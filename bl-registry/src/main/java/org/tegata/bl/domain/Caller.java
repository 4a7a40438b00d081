package org.tegata.bl.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/** Who acts, and when (MLETR art. 9 and 13); the party is null for the gateway, which acts for other platforms. */
public record Caller(@Nullable PartyId party, String user, Instant at) {

    PartyId requireParty() {
        if (party == null) {
            throw new Rejected(BillProblem.NOT_YOUR_ACT, "This act needs a party");
        }
        return party;
    }
}
