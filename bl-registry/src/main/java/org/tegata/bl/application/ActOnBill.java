package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Acts;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.SignedAct;
import org.tegata.bl.json.TransactionJson;
import org.tegata.outbox.OnceOnly;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * How every act of a party goes: the statement names the head that it builds on, the domain decides from the bill at
 * that head, and the register keeps the decision if that is the head still. Of many acts on one head one happens.
 */
@ApplicationScoped
public class ActOnBill {

    private static final int ATTEMPTS = 3;

    private final Bills bills;
    private final PartyKeys keys;
    private final Register register;
    private final LocalKnowledge known;
    private final Publication publication;
    private final OnceOnly once;
    private final Clock clock;

    ActOnBill(
            Bills bills,
            PartyKeys keys,
            Register register,
            LocalKnowledge known,
            Publication publication,
            OnceOnly once,
            Clock clock) {
        this.bills = bills;
        this.keys = keys;
        this.register = register;
        this.known = known;
        this.publication = publication;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Acts, once: a repeat of the same request is answered with the receipt of the one act, whatever happened since.
     *
     * @param signed with its signature verified
     * @param user the person or system within the acting organisation
     */
    public Receipt act(SignedAct signed, String user, String idempotencyKey) {
        var authority = new Authority(signed, idempotencyKey, clock.instant());
        return fromMemory(authority, user).orElseGet(() -> fromRecord(authority, user));
    }

    /** Without asking the database first. What memory refuses may be a repeat, or out of date: the record will tell. */
    private Optional<Receipt> fromMemory(Authority authority, String user) {
        var asked = authority.act().statement();
        var remembered = bills.remembered(asked.billId(), asked.head())
                .filter(seen -> seen.bill().isParty(asked.actor()));
        try {
            return remembered.flatMap(before -> kept(before, authority, user));
        } catch (Rejected perhapsOutOfDate) {
            return Optional.empty();
        }
    }

    private Receipt fromRecord(Authority authority, String user) {
        var asked = authority.act().statement();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var record = bills.record(asked.billId());
            visible(record.bill(), asked.actor());
            boolean isHead = record.head().equals(asked.head());
            var receipt = isHead ? atHead(record, authority, user) : Optional.<Receipt>empty();
            if (receipt.isPresent()) {
                return receipt.get();
            }
            if (wasMade(authority)) {
                return receiptOf(bills.record(asked.billId()), asked.head());
            }
            if (!isHead) {
                throw headMoved(record, asked.head());
            }
            requireKey(authority);
        }
        throw new Rejected(RequestProblem.UNAVAILABLE, "The bill changes faster than this act can be judged");
    }

    /** Nothing builds on the head yet, so this is no repeat, and the statement that keeps the act asks for the key. */
    private Optional<Receipt> atHead(BillRecord record, Authority authority, String user) {
        try {
            return kept(record.atHead(), authority, user);
        } catch (Rejected refused) {
            // an idempotency key that names another request, and a key not in force, are told first
            wasMade(authority);
            requireKey(authority);
            throw refused;
        }
    }

    private boolean wasMade(Authority authority) {
        var actor = authority.act().statement().actor();
        return once.made(actor, authority.idempotencyKey(), authority.fingerprint())
                .isPresent();
    }

    private void requireKey(Authority authority) {
        keys.find(authority.act().statement().actor(), authority.act().keyId())
                .orElseThrow(() -> new Rejected(BillProblem.KEY_UNKNOWN, BillProblem.KEY_UNKNOWN.title()))
                .requireInForce(authority.at());
    }

    private Optional<Receipt> kept(BillAtHead before, Authority authority, String user) {
        var signed = authority.act();
        var caller = new Caller(signed.statement().actor(), user, authority.at(), signed.jws());
        var decision = Acts.decide(before.bill(), signed.statement(), caller, known, Ids.next());
        return register.keep(before, decision, publication.events(decision), authority)
                .map(entries -> new Receipt(
                        new BillAtHead(decision.bill(), last(entries).checksum()), entries));
    }

    private static SealedEntry last(List<SealedEntry> entries) {
        return entries.get(entries.size() - 1);
    }

    /** The receipt as it was given, or should have been, when the act built on that head. */
    private static Receipt receiptOf(BillRecord record, String head) {
        var entries = record.entries();
        int first = after(record, head);
        int end = first + 1;
        while (end < entries.size() && entries.get(end).entry().act() == BillAct.START_NOTIFICATION) {
            end++;
        }
        var then = record.upTo(end);
        return new Receipt(then.atHead(), entries.subList(first, end));
    }

    /** Where in the record the entry is that builds on that head. */
    private static int after(BillRecord record, String head) {
        var entries = record.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (head.equals(entries.get(i).previousChecksum())) {
                return i;
            }
        }
        throw new IllegalStateException("no entry of the record builds on " + head);
    }

    private static Rejected headMoved(BillRecord record, String head) {
        var first = record.entries().stream()
                .filter(entry -> head.equals(entry.previousChecksum()))
                .findFirst();
        var moved = new Rejected(
                        BillProblem.HEAD_MOVED,
                        first.isPresent() ? BillProblem.HEAD_MOVED.title() : "The record of the bill has no such head")
                .with("head", record.head());
        return first.map(entry -> moved.with("actedFirst", ActedFirst.of(entry)))
                .orElse(moved);
    }

    /** Who was faster, as a party to the bill may know. */
    record ActedFirst(String act, @Nullable String actor, String recordedAt, long version) {

        static ActedFirst of(SealedEntry sealed) {
            var entry = sealed.entry();
            var actor = entry.party() == null ? null : entry.party().toString();
            var at = TransactionJson.time(entry.recordedAt());
            return new ActedFirst(entry.act().name(), actor, at, entry.sequence());
        }
    }

    static Bill visible(Bill bill, PartyId party) {
        if (!bill.isParty(party)) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        return bill;
    }
}
