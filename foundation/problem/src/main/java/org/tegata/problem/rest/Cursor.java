package org.tegata.problem.rest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Where a list goes on: the id of the last item seen, opaque to the caller. */
public final class Cursor {

    /** Page size when the caller names none. */
    public static final int DEFAULT_LIMIT = 50;

    /** Largest page. */
    public static final int MAX_LIMIT = 200;

    private static final int UUID_BYTES = 16;

    private Cursor() {}

    public static String encode(UUID last) {
        var bytes = ByteBuffer.allocate(UUID_BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The id in the cursor, null without one; refuses (400) what is not a cursor of ours. */
    public static @Nullable UUID decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length != UUID_BYTES) {
                throw new Rejected(RequestProblem.MALFORMED_REQUEST, "That cursor is not one of ours");
            }
            var buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        } catch (IllegalArgumentException notBase64) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "That cursor is not one of ours");
        }
    }

    /** The page size asked for, or the default; refuses (400) what is out of range. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "limit is between 1 and %d", MAX_LIMIT);
        }
        return asked;
    }
}
