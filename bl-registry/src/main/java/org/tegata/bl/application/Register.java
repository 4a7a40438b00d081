package org.tegata.bl.application;

import java.util.List;
import java.util.Optional;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.outbox.Event;

/** Where decisions are kept: sealed, linked to the head that they build on, and told of, all of it or nothing. */
public interface Register {

    /**
     * Keeps the act of a party in one SQL statement that is durable when it returns: compare-and-set of the head,
     * sealed entries, readers, idempotency key and events. The database itself asks whether the key that signed is in
     * force.
     *
     * @return the new entries; empty when the head is another, the key is not in force or the idempotency key was used,
     *     and then nothing has changed
     */
    Optional<List<SealedEntry>> keep(BillAtHead before, Decision decision, List<Event> events, Authority authority);

    /** Keeps what another platform caused, in the transaction of the caller, who holds the lock on the bill. */
    List<SealedEntry> keep(BillAtHead before, Decision decision, List<Event> events);
}
