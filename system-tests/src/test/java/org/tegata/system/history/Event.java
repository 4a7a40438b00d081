package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/**
 * One event as it lies on the topic or in the outbox.
 *
 * @param id what consumers tell repeats by
 * @param sequence the version of the bill that it tells of
 */
public record Event(
        String id,
        String bill,
        long sequence,
        String actor,
        Status status,
        @Nullable String holder) {}
