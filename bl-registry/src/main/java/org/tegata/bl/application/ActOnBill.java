package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.outbox.OnceOnly;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * How every act of a party goes: may it see the bill, is it a repeat, does it build on the head of the record, what
 * does the domain decide; then record, events and idempotency key are committed together.
 */
@ApplicationScoped
public class ActOnBill {

    /** What the domain makes of the bill. */
    @FunctionalInterface
    interface Deciding {
        Decision decide(Bill bill);
    }

    private final Bills bills;
    private final Envelopes envelopes;
    private final OnceOnly once;
    private final Publication publication;

    ActOnBill(Bills bills, Envelopes envelopes, OnceOnly once, Publication publication) {
        this.bills = bills;
        this.envelopes = envelopes;
        this.once = once;
        this.publication = publication;
    }

    /** A repeat of the same request is answered with the present state before the version is judged. */
    @Transactional(Transactional.TxType.MANDATORY)
    Bill act(Request request, UUID billId, long version, Deciding deciding) {
        var party = party(request);
        var seen = visible(bills.require(billId), party);
        if (repeated(request, party)) {
            return bills.require(billId);
        }
        if (seen.version() != version) {
            throw new Rejected(
                    RequestProblem.VERSION_MISMATCH, "The bill is at version %d, not %d", seen.version(), version);
        }
        return record(deciding.decide(seen));
    }

    private boolean repeated(Request request, PartyId party) {
        var attempt = Ids.next();
        return !once.claim(party, request.idempotencyKey(), request.fingerprint(), attempt)
                .equals(attempt);
    }

    /** Commits a decision to the record and tells of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Bill record(Decision decision) {
        bills.append(decision);
        for (RegisterEntry entry : decision.entries()) {
            var note = entry.envelope();
            if (note != null && entry.act().startsEnvelope()) {
                envelopes.due(new Envelopes.Outgoing(
                        note.envelopeId(),
                        entry.billId(),
                        note.purpose(),
                        note.otherPlatform(),
                        entry.sequence(),
                        Envelopes.State.DUE));
            }
        }
        publication.tell(decision);
        return decision.bill();
    }

    static PartyId party(Request request) {
        var party = request.caller().party();
        if (party == null) {
            throw new Rejected(RequestProblem.FORBIDDEN, "This call needs an acting party");
        }
        return party;
    }

    static Bill visible(Bill bill, PartyId party) {
        if (!bill.isParty(party)) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        return bill;
    }
}
