package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.json.Differences;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What the parties of a bill read of it; a stranger is told what is told of a bill that does not exist. */
@ApplicationScoped
public class ReadBill {

    private final Bills bills;

    ReadBill(Bills bills) {
        this.bills = bills;
    }

    /** The record, verified. */
    public BillRecord record(UUID id, PartyId party) {
        var record = bills.record(id);
        ActOnBill.visible(record.bill(), party);
        return record;
    }

    /** The document of a bill that the party may read. */
    public BillDocument document(BillRecord record) {
        return bills.document(record.bill());
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
