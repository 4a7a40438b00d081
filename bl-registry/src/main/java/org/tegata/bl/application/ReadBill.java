package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bill.BillReading;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.json.Differences;
import org.tegata.bl.xml.BillCodec;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What the parties of a bill read of it; a stranger is told what is told of a bill that does not exist. */
@ApplicationScoped
public class ReadBill {

    /** Acts on one bill take turns, and each waits for its signature: a second try is rare. */
    private static final int TRIES = 5;

    private final Bills bills;
    private final Envelopes envelopes;
    private final BillCodec codec;

    ReadBill(Bills bills, Envelopes envelopes, BillCodec codec) {
        this.bills = bills;
        this.envelopes = envelopes;
        this.codec = codec;
    }

    /** The record, verified. */
    public BillRecord record(UUID id, PartyId party) {
        var record = bills.record(id);
        ActOnBill.visible(record.bill(), party);
        return record;
    }

    /** A record, and the chain that platforms had exchanged when its last entry was made. */
    public record Exchanged(BillRecord record, List<String> envelopeTransferChain) {

        public Exchanged {
            envelopeTransferChain = List.copyOf(envelopeTransferChain);
        }
    }

    /** Both of one moment: what extends the chain makes an entry of the record too, so neither may have moved on. */
    public Exchanged exchanged(UUID id, PartyId party) {
        var record = record(id, party);
        for (int tries = 0; tries < TRIES; tries++) {
            var chain = envelopes.chain(id);
            var again = record(id, party);
            if (again.head().equals(record.head())) {
                return new Exchanged(record, chain);
            }
            record = again;
        }
        throw new Rejected(RequestProblem.UNAVAILABLE, "The bill changes faster than it can be read");
    }

    /** The document of a bill that the party may read. */
    public BillDocument document(BillRecord record) {
        return bills.document(record.bill());
    }

    /** The bill as our XML in its canonical form, whatever it came as. */
    public byte[] xml(BillRecord record) {
        return codec.xml(Objects.requireNonNull(kept(record).document()));
    }

    /** What the language that the bill came in says of it and the other cannot. */
    public List<Unsaid> unsaid(BillRecord record) {
        return kept(record).unsaid();
    }

    /** What a bill in XML says, and the transport document made from it does not. */
    public List<Unsaid> beyondTransportDocument(BillRecord record) {
        return isLodgedHere(record) && document(record).visualisation() != null ? unsaid(record) : List.of();
    }

    private BillReading kept(BillRecord record) {
        return codec.kept(document(record), isLodgedHere(record));
    }

    private static boolean isLodgedHere(BillRecord record) {
        return record.entries().get(0).entry().act() == BillAct.DRAFT;
    }

    /** Which bill takes the place of this one; the address of a bill enables nothing. */
    public Optional<UUID> successor(UUID id) {
        return bills.successor(id);
    }

    /** The bills that the party may read, newest first. */
    public List<BillAtHead> list(PartyId party, @Nullable UUID before, int limit) {
        return bills.ofParty(party, before, limit);
    }

    /**
     * What a bill says otherwise than the one that it replaces (MLETR art. 16: amended information identified as such).
     * Whoever is a party to the new bill may know, for it takes the place of the old.
     */
    public List<Differences.Difference> differences(UUID id, PartyId party) {
        var bill = ActOnBill.visible(bills.require(id), party);
        var replaced = bill.terms().predecessor();
        if (replaced == null || replaced.billId() == null) {
            throw new Rejected(RequestProblem.NOT_FOUND, "The bill replaces no bill of this register");
        }
        return differences(bill);
    }

    /** The same of a bill that the party may read; none of one that replaces none. */
    public List<Differences.Difference> differences(Bill bill) {
        var replaced = bill.terms().predecessor();
        if (replaced == null || replaced.billId() == null) {
            return List.of();
        }
        var before = bills.document(bills.require(replaced.billId())).transportDocument();
        return Differences.between(before, bills.document(bill).transportDocument());
    }
}
