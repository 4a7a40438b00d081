package org.tegata.bl.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One link of the endorsement chain (DCSA PINT 3.0.0 {@code Transaction}), its time in milliseconds as on the wire. */
public record Transaction(
        ActionCode actionCode,
        ChainParty actor,
        @Nullable ChainParty recipient,
        Instant actionDateTime,
        @Nullable SurrenderReason reasonCode,
        @Nullable String comments) {

    public Transaction {
        actionDateTime = actionDateTime.truncatedTo(ChronoUnit.MILLIS);
    }

    static Transaction of(ActionCode code, ChainParty actor, @Nullable ChainParty recipient, Instant at) {
        return new Transaction(code, actor, recipient, at, null, null);
    }

    /** Whether both say the same: the same act, at the same time, between the same parties on the same platforms. */
    public boolean sameAs(Transaction other) {
        return actionCode == other.actionCode
                && actionDateTime.equals(other.actionDateTime)
                && same(actor, other.actor)
                && same(recipient, other.recipient);
    }

    boolean names(String reference) {
        return actor.is(reference) || (recipient != null && recipient.is(reference));
    }

    /** Whom it names. */
    Stream<ChainParty> parties() {
        return recipient == null ? Stream.of(actor) : Stream.of(actor, recipient);
    }

    private static boolean same(@Nullable ChainParty one, @Nullable ChainParty two) {
        if (one == null || two == null) {
            return one == two;
        }
        return one.sameParty(two) && one.eblPlatform().equals(two.eblPlatform());
    }
}
