package org.tegata.bl.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an envelope from another platform.
 *
 * @param acceptedEntries the chain as accepted, now or before
 * @param reason why it was not accepted, at most 255 characters: it may go into the signed answer
 */
public record Reception(
        Result result,
        @Nullable UUID billId,
        @Nullable Long version,
        @Nullable List<String> acceptedEntries,
        @Nullable String reason) {

    /** In the order of DCSA's RECE, DUPE, DISE and BENV. */
    public enum Result {
        ACCEPTED,
        DUPLICATE,
        DISPUTED,
        UNACCEPTABLE
    }

    private static final int LONGEST_REASON = 255;

    static Reception accepted(UUID billId, long version, List<String> entries) {
        return new Reception(Result.ACCEPTED, billId, version, entries, null);
    }

    static Reception duplicate(UUID billId, long version, List<String> entries) {
        return new Reception(Result.DUPLICATE, billId, version, entries, null);
    }

    static Reception disputed(UUID billId, String reason) {
        return new Reception(Result.DISPUTED, billId, null, null, shortened(reason));
    }

    public static Reception unacceptable(String reason) {
        return new Reception(Result.UNACCEPTABLE, null, null, null, shortened(reason));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
