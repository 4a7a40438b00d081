package org.tegata.gateway.registry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The registry's decision on a received envelope.
 *
 * @param acceptedEntries the chain as it was accepted, now or earlier
 */
public record Verdict(Result result, @Nullable UUID billId, List<String> acceptedEntries, String reason) {

    /** What it comes to. */
    public enum Result {
        ACCEPTED,
        DUPLICATE,
        DISPUTED,
        UNACCEPTABLE
    }
}
