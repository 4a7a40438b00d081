package org.tegata.lc.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank as a credit names it (MT700 fields 41a, 42a, 51a, 53a, 57a, 58a): by BIC, by location, or by name and address.
 *
 * @param partyIdentifier account line, slashes included
 * @param bic ISO 9362 code (option A)
 * @param location the bank's place (option B)
 * @param lines name and address (option D)
 */
public record BankParty(
        @Nullable String partyIdentifier,
        @Nullable String bic,
        @Nullable String location,
        List<String> lines) {

    public BankParty {
        lines = List.copyOf(lines);
        if (bic != null && !lines.isEmpty()) {
            throw new IllegalArgumentException("a bank is named by BIC or by name, not both");
        }
    }

    /** How a person reads it. */
    public String text() {
        return bic != null ? bic : location != null ? location : String.join(", ", lines);
    }
}
