package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/** What an answer of the register shows of a bill; a null holder or endorsee is nobody. */
public record Seen(
        long version,
        String head,
        Status status,
        @Nullable String holder,
        @Nullable String endorsee,
        @Nullable String pledgor) {}
