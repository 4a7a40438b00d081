package org.tegata.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** The caller's own name for one attempt to act; the same key never acts twice. */
public final class IdempotencyKey {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private IdempotencyKey() {}

    /** The header's value; refuses (400) when it is absent or not 1 to 128 visible ASCII characters. */
    public static String require(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Rejected(RequestProblem.IDEMPOTENCY_KEY_MISSING, RequestProblem.IDEMPOTENCY_KEY_MISSING.title());
        }
        if (!VISIBLE.matcher(header).matches()) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST, "Idempotency-Key is 1 to 128 visible ASCII characters");
        }
        return header;
    }
}
