package org.tegata.lc.rest;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Party identifiers in query parameters. */
final class Parties {

    private Parties() {}

    static PartyId require(String parameter, @Nullable String value) {
        var party = optional(parameter, value);
        if (party == null) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "Name the party: parameter %s", parameter);
        }
        return party;
    }

    static @Nullable PartyId optional(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return PartyId.parse(value);
        } catch (IllegalArgumentException unreadable) {
            throw new Rejected(
                    RequestProblem.MALFORMED_REQUEST, "Parameter %s: %s", parameter, unreadable.getMessage());
        }
    }
}
