package org.tegata.lc.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * Who controls a bill of lading (MLETR art. 11), from the latest event of its registry.
 *
 * @param sequence the bill's version that this is the standing of
 * @param status DCSA's name
 * @param endorsee to whose order the bill stands; null when it is endorsed in blank, or not to order
 * @param holders everyone who is known to have been the holder, as far as this platform knows their code
 */
public record BillTitle(
        long sequence,
        String status,
        @Nullable PartyCode holder,
        @Nullable PartyCode endorsee,
        Set<PartyId> holders) {

    public BillTitle {
        holders = Set.copyOf(holders);
    }
}
