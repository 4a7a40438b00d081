package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.EnvelopeActs;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.domain.Envelopes.State;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.xml.Digest;

/** The signed answer of another platform to an envelope of ours: what was in flight takes effect, or comes back. */
@ApplicationScoped
public class RecordOutcome {

    private final Bills bills;
    private final Envelopes envelopes;
    private final Register register;
    private final Publication publication;

    RecordOutcome(Bills bills, Envelopes envelopes, Register register, Publication publication) {
        this.bills = bills;
        this.envelopes = envelopes;
        this.register = register;
        this.publication = publication;
    }

    /** The envelope names what is answered, so a repeat changes nothing and needs no key. */
    @Transactional
    public Bill outcome(Caller caller, UUID billId, EnvelopeAnswer answer) {
        var before = bills.locked(billId);
        var bill = before.bill();
        var envelope = envelopes
                .outgoing(answer.envelopeId())
                .filter(found -> found.billId().equals(billId))
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "This bill has no such envelope"));
        var state = answer.isDispute() ? State.DISPUTED : answer.accepted() ? State.ACCEPTED : State.REFUSED;
        if (envelope.state() != State.DUE) {
            if (envelope.state() != state) {
                throw new Rejected(BillProblem.ENVELOPE_ALREADY_ANSWERED, "It was answered: %s", envelope.state());
            }
            return bill;
        }
        envelopes.answered(
                answer.envelopeId(), state, answer.responseCode(), answer.signedResponse(), answer.entries());
        if (state == State.DISPUTED) {
            envelopes.dispute(
                    billId,
                    envelope.recipientPlatform(),
                    "the other platform disputes our envelope",
                    List.of(answer.signedResponse()));
            return bill;
        }
        return record(caller, before, answer, state == State.ACCEPTED);
    }

    private Bill record(Caller caller, BillAtHead before, EnvelopeAnswer answer, boolean accepted) {
        var bill = before.bill();
        var entries = answer.entries();
        if (accepted) {
            var known = envelopes.chain(bill.id());
            if (entries.size() <= known.size()
                    || !entries.subList(0, known.size()).equals(known)) {
                throw new Rejected(BillProblem.ENVELOPE_MISMATCH, BillProblem.ENVELOPE_MISMATCH.title());
            }
            envelopes.extend(bill.id(), known.size(), entries.subList(known.size(), entries.size()));
        }
        var decision = EnvelopeActs.answered(
                bill,
                caller,
                answer.envelopeId(),
                accepted,
                answer.responseCode(),
                checksum(answer.signedResponse()),
                entries.size(),
                entries.isEmpty() ? null : checksum(entries.get(entries.size() - 1)));
        register.keep(before, decision, publication.events(decision));
        return decision.bill();
    }

    private static String checksum(String jws) {
        return Digest.sha256Hex(jws.getBytes(StandardCharsets.UTF_8));
    }
}
