package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a bill's record as the database holds it.
 *
 * @param previous the head that the entry itself says it follows; null for the first
 * @param statement what its actor signed, with the idempotency key that came with it; null for the draft
 */
public record Entry(
        long version,
        String head,
        @Nullable String previous,
        @Nullable Statement statement) {}
