package org.tegata.lc.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The applicant or the beneficiary as the credit writes it (MT700 fields 50 and 59).
 *
 * @param account the beneficiary's account, if the credit names one
 * @param lines name and address, one to four lines
 */
public record Trader(@Nullable String account, List<String> lines) {

    public Trader {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a party has at least a name");
        }
    }

    /** The first line; a longer name runs on into the second, which only a reader can tell. */
    public String name() {
        return lines.get(0);
    }

    /** ISO 3166 code of the country in the address; empty when no line names one. */
    public Optional<String> country() {
        for (int i = lines.size() - 1; i > 0; i--) {
            var found = Countries.find(lines.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
