package org.tegata.bl.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * A bill of lading under this register: its state is the fold of its record, and nothing of it is stored beside the
 * record.
 *
 * @param platform the eblPlatform code of this register
 * @param transactions the endorsement chain as it stands; what is still in flight to another platform is not in it
 * @param covered how many of the transactions stand in signed chain entries exchanged between platforms
 * @param chainLength how many such entries there are
 * @param due the envelope that another platform has not answered
 */
public record Bill(
        UUID id,
        String platform,
        BillTerms terms,
        long version,
        BillStatus status,
        Title title,
        List<Transaction> transactions,
        int covered,
        int chainLength,
        @Nullable DueEnvelope due) {

    public Bill {
        transactions = List.copyOf(transactions);
    }

    /** An envelope on its way; the transaction in flight takes effect when the other platform has accepted it. */
    public record DueEnvelope(
            UUID envelopeId,
            EnvelopePurpose purpose,
            String recipientPlatform,
            @Nullable Transaction inFlight) {}

    /** The bill that the record tells of. */
    public static Bill of(String platform, List<RegisterEntry> record) {
        var bill = begin(platform, record.get(0));
        for (var entry : record.subList(1, record.size())) {
            bill = bill.after(entry);
        }
        return bill;
    }

    static Bill begin(String platform, RegisterEntry first) {
        var terms = first.terms();
        if (terms == null || first.sequence() != 1) {
            throw new IllegalArgumentException("a record begins with the terms of its bill");
        }
        var bill = new Bill(
                first.billId(),
                platform,
                terms,
                1,
                BillStatus.first(first.act()),
                Title.unissued(terms),
                List.of(),
                0,
                0,
                null);
        return first.act() == BillAct.RECEIVE ? bill.withReceived(first) : bill;
    }

    /** The bill after one more entry. */
    Bill after(RegisterEntry entry) {
        if (entry.sequence() != version + 1) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " does not follow " + version);
        }
        var next = new Bill(
                id,
                platform,
                terms,
                entry.sequence(),
                status.after(entry.act()),
                title,
                transactions,
                covered,
                chainLength,
                due);
        return switch (entry.act()) {
            case DRAFT -> throw new IllegalArgumentException("a bill is drafted once");
            case START_TRANSFER, SEND_SURRENDER_FOR_DELIVERY, SEND_SURRENDER_FOR_AMENDMENT, START_NOTIFICATION ->
                next.withDue(entry);
            case TRANSFER_ACCEPTED, SURRENDER_ARRIVED, TRANSFER_REFUSED, SURRENDER_RETURNED, NOTIFICATION_ANSWERED ->
                next.withAnswer(entry);
            case RECEIVE,
                    RECEIVE_SURRENDER_FOR_DELIVERY,
                    RECEIVE_SURRENDER_FOR_AMENDMENT,
                    RECEIVE_ACCEPTANCE,
                    RECEIVE_REFUSAL -> next.withReceived(entry);
            default -> next.with(entry.transactions());
        };
    }

    private Bill with(List<Transaction> more) {
        var moved = title;
        for (var transaction : more) {
            moved = moved.after(transaction);
        }
        var all = new ArrayList<>(transactions);
        all.addAll(more);
        return new Bill(id, platform, terms, version, status, moved, all, covered, chainLength, due);
    }

    private Bill withDue(RegisterEntry entry) {
        var note = note(entry);
        var inFlight =
                entry.transactions().isEmpty() ? null : entry.transactions().get(0);
        if (inFlight != null) {
            title.after(inFlight);
        }
        var envelope = new DueEnvelope(note.envelopeId(), note.purpose(), note.otherPlatform(), inFlight);
        return new Bill(id, platform, terms, version, status, title, transactions, covered, chainLength, envelope);
    }

    private Bill withAnswer(RegisterEntry entry) {
        var envelope = due;
        var note = note(entry);
        if (envelope == null || !envelope.envelopeId().equals(note.envelopeId())) {
            throw new IllegalArgumentException("no such envelope is due");
        }
        var answered = new Bill(id, platform, terms, version, status, title, transactions, covered, chainLength, null);
        if (note.chainLength() == chainLength) {
            return answered;
        }
        return answered.with(envelope.inFlight() == null ? List.of() : List.of(envelope.inFlight()))
                .exchanged(note.chainLength());
    }

    private Bill withReceived(RegisterEntry entry) {
        var envelope = due;
        var landed = new Bill(id, platform, terms, version, status, title, transactions, covered, chainLength, null);
        if (envelope != null && envelope.inFlight() != null) {
            landed = landed.with(List.of(envelope.inFlight()));
        }
        return landed.with(entry.transactions()).exchanged(note(entry).chainLength());
    }

    private Bill exchanged(int length) {
        return new Bill(id, platform, terms, version, status, title, transactions, transactions.size(), length, null);
    }

    private static EnvelopeNote note(RegisterEntry entry) {
        var note = entry.envelope();
        if (note == null) {
            throw new IllegalArgumentException(entry.act() + " names no envelope");
        }
        return note;
    }

    /** Who holds the bill: exactly one party from issue to void, wherever it is; null before and after. */
    public @Nullable ChainParty holder() {
        return status == BillStatus.VOIDED ? null : title.possessor();
    }

    /** What the next chain entry of this platform contains: all that no exchanged entry contains yet. */
    public List<Transaction> uncovered() {
        var open = new ArrayList<>(transactions.subList(covered, transactions.size()));
        if (due != null && due.inFlight() != null) {
            open.add(due.inFlight());
        }
        return List.copyOf(open);
    }

    /** The carrier as it stands in the chain, with its platform; null before issue. */
    public @Nullable ChainParty carrier() {
        return transactions.isEmpty() ? null : transactions.get(0).actor();
    }

    /** Everyone who may read: the parties of the document, and whoever was ever in the chain. */
    public Set<String> parties() {
        var parties = new LinkedHashSet<String>();
        add(parties, terms.carrier());
        add(parties, terms.shipper());
        if (status != BillStatus.DRAFT) {
            add(parties, terms.consignee());
        }
        for (var transaction : allTransactions()) {
            add(parties, transaction.actor());
            add(parties, transaction.recipient());
        }
        return parties;
    }

    private List<Transaction> allTransactions() {
        var all = new ArrayList<>(transactions);
        if (due != null && due.inFlight() != null) {
            all.add(due.inFlight());
        }
        return all;
    }

    private static void add(Set<String> parties, @Nullable NamedParty party) {
        if (party != null && party.party() != null) {
            parties.add(party.party().toString());
        }
    }

    private static void add(Set<String> parties, @Nullable ChainParty party) {
        if (party != null) {
            party.identifyingCodes().forEach(code -> parties.add(code.toString()));
        }
    }

    /** Whether this party may read the bill. */
    public boolean isParty(PartyId party) {
        return parties().contains(party.toString());
    }
}
