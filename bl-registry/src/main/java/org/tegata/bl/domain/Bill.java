package org.tegata.bl.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
 * @param changesOfMedium from and to paper, in order
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
        @Nullable DueEnvelope due,
        List<DatedChange> changesOfMedium) {

    public Bill {
        transactions = List.copyOf(transactions);
        changesOfMedium = List.copyOf(changesOfMedium);
    }

    /** An envelope on its way; the transaction in flight takes effect when the other platform has accepted it. */
    public record DueEnvelope(
            UUID envelopeId,
            EnvelopePurpose purpose,
            String recipientPlatform,
            @Nullable Transaction inFlight) {}

    /** A change of medium as it stands in the record, with its time. */
    public record DatedChange(ChangeOfMedium change, Instant at) {}

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
        var status = BillStatus.first(first.act());
        var unissued = Title.unissued(terms);
        var bill = new Bill(first.billId(), platform, terms, 1, status, unissued, List.of(), 0, 0, null, List.of());
        return first.act() == BillAct.RECEIVE ? bill.withReceived(first) : bill;
    }

    /** The bill after one more entry. */
    Bill after(RegisterEntry entry) {
        if (entry.sequence() != version + 1 || !entry.billId().equals(id)) {
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
                due,
                changesOfMedium);
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
            case TRANSFER -> next.with(entry).titled(held -> held.returnableTo(title));
            case PLEDGE -> next.with(entry).titled(held -> held.pledgedBy(title.possessor()));
            case REJECT_TRANSFER -> next.with(entry).titled(held -> held.asBefore(title.returnable()));
            default -> next.with(entry);
        };
    }

    private Bill titled(UnaryOperator<Title> change) {
        var changed = change.apply(title);
        return new Bill(
                id,
                platform,
                terms,
                version,
                status,
                changed,
                transactions,
                covered,
                chainLength,
                due,
                changesOfMedium);
    }

    private Bill with(RegisterEntry entry) {
        var change = entry.changeOfMedium();
        if (change == null && entry.act() == BillAct.SWITCH_TO_PAPER) {
            throw new IllegalArgumentException("a switch to paper names the paper originals");
        }
        return change == null
                ? with(entry.transactions())
                : with(entry.transactions()).changed(new DatedChange(change, entry.recordedAt()));
    }

    private Bill changed(DatedChange change) {
        var all = new ArrayList<>(changesOfMedium);
        all.add(change);
        return new Bill(id, platform, terms, version, status, title, transactions, covered, chainLength, due, all);
    }

    private Bill with(List<Transaction> more) {
        if (more.isEmpty()) {
            return this;
        }
        var moved = title;
        for (var transaction : more) {
            moved = moved.after(transaction);
        }
        var all = new ArrayList<>(transactions);
        all.addAll(more);
        return new Bill(id, platform, terms, version, status, moved, all, covered, chainLength, due, changesOfMedium);
    }

    private Bill withDue(RegisterEntry entry) {
        var note = note(entry);
        var inFlight =
                entry.transactions().isEmpty() ? null : entry.transactions().get(0);
        if (inFlight != null) {
            title.after(inFlight);
        }
        return titled(Title::kept)
                .waitingFor(
                        new DueEnvelope(note.envelopeId(), note.purpose(), note.otherPlatform(), inFlight),
                        covered,
                        chainLength);
    }

    private Bill withAnswer(RegisterEntry entry) {
        var envelope = due;
        var note = note(entry);
        if (envelope == null || !envelope.envelopeId().equals(note.envelopeId())) {
            throw new IllegalArgumentException("no such envelope is due");
        }
        if (note.chainLength() == chainLength) {
            return waitingFor(null, covered, chainLength);
        }
        return landed().exchanged(note.chainLength());
    }

    private Bill withReceived(RegisterEntry entry) {
        var note = note(entry);
        var received = landed().with(entry.transactions()).exchanged(note.chainLength());
        var code = note.recipient();
        return code == null ? received : received.titled(held -> held.heldUnder(code));
    }

    /** With what was in flight to another platform, as that platform has accepted it. */
    private Bill landed() {
        return due == null || due.inFlight() == null ? this : with(List.of(due.inFlight()));
    }

    private Bill exchanged(int length) {
        return waitingFor(null, transactions.size(), length);
    }

    private Bill waitingFor(@Nullable DueEnvelope envelope, int inEntries, int length) {
        return new Bill(
                id,
                platform,
                terms,
                version,
                status,
                title,
                transactions,
                inEntries,
                length,
                envelope,
                changesOfMedium);
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

    /** The holder of a bill that has one: in every state in which a holder acts. */
    ChainParty requireHolder() {
        var holder = holder();
        if (holder == null) {
            throw new IllegalStateException("nobody holds bill " + id);
        }
        return holder;
    }

    /** Whether the holder's last act is on its way to another platform, which may have accepted it already. */
    public boolean isUnderWay() {
        return due != null && due.inFlight() != null;
    }

    /** Whether that party controls it now, on this platform: holds it, and it is neither closed nor on its way. */
    public boolean isControlledBy(PartyId party) {
        var holder = holder();
        return holder != null && holder.is(party) && holder.isAt(platform) && !status.isClosed() && !isUnderWay();
    }

    /** Whether its carrier has accepted a surrender for paper, here or elsewhere: this record is without effect. */
    public boolean isOnPaper() {
        int length = transactions.size();
        return title.ended() && length > 1 && transactions.get(length - 2).reasonCode() == SurrenderReason.SWTP;
    }

    /** When this record ended as the bill was switched to paper (MLETR art. 18); null as long as it has not. */
    public @Nullable DatedChange switchToPaper() {
        return changesOfMedium.stream()
                .filter(changed -> changed.change().direction() == ChangeOfMedium.Direction.TO_PAPER)
                .findFirst()
                .orElse(null);
    }

    /** What the next chain entry of this platform contains: all that no exchanged entry contains yet. */
    public List<Transaction> uncovered() {
        var chain = chain();
        return List.copyOf(chain.subList(covered, chain.size()));
    }

    /** The carrier as it stands in the chain, with its platform; null before issue. */
    public @Nullable ChainParty carrier() {
        return transactions.isEmpty() ? null : transactions.get(0).actor();
    }

    /** Everyone who may read: the parties of the document, and whoever was ever in the chain. */
    public Set<String> parties() {
        var parties = new LinkedHashSet<String>();
        for (var named : documentParties()) {
            if (named.party() != null) {
                parties.add(named.reference());
            }
        }
        for (var transaction : chain()) {
            transaction.parties().flatMap(ChainParty::codes).forEach(parties::add);
        }
        return parties;
    }

    /** Whether this party may read the bill. */
    public boolean isParty(PartyId party) {
        var holder = holder();
        return (holder != null && holder.is(party)) || isParty(party.toString());
    }

    /** The same of a party by its code as it stands in a chain, {@code provider:code}. */
    public boolean isParty(String reference) {
        for (var named : documentParties()) {
            if (named.party() != null && named.reference().equals(reference)) {
                return true;
            }
        }
        for (var transaction : chain()) {
            if (transaction.names(reference)) {
                return true;
            }
        }
        return false;
    }

    /** A consignee learns of the bill when it is issued. */
    private List<NamedParty> documentParties() {
        var consignee = terms.consignee();
        return carrier() == null || consignee == null
                ? List.of(terms.carrier(), terms.shipper())
                : List.of(terms.carrier(), terms.shipper(), consignee);
    }

    /** The chain with what is in flight to another platform. */
    private List<Transaction> chain() {
        if (due == null || due.inFlight() == null) {
            return transactions;
        }
        var all = new ArrayList<>(transactions);
        all.add(due.inFlight());
        return all;
    }
}
