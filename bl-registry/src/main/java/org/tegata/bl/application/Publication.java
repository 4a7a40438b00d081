package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.json.BillEventJson;
import org.tegata.bl.json.TransportDocumentJson;
import org.tegata.outbox.Event;
import org.tegata.outbox.Outbox;

/** Tells of a decision: one event an entry, in the transaction of the decision. */
@ApplicationScoped
public class Publication {

    private static final String TOPIC = "bills";

    private final Outbox outbox;
    private final Bills bills;
    private final TransportDocumentJson json;

    Publication(Outbox outbox, Bills bills, TransportDocumentJson json) {
        this.outbox = outbox;
        this.bills = bills;
        this.json = json;
    }

    void tell(Decision decision) {
        var bill = decision.bill();
        for (RegisterEntry entry : decision.entries()) {
            boolean brings = entry.act() == BillAct.ISSUE || entry.act() == BillAct.RECEIVE;
            var data = BillEventJson.data(bill, entry, brings ? facts(bill) : null);
            outbox.append(new Event(entry.act().eventType(), TOPIC, bill.id(), entry.sequence(), data));
        }
    }

    private BillFacts facts(Bill bill) {
        var terms = bill.terms();
        var digest = terms.documentDigest() == null ? terms.transportDocumentChecksum() : terms.documentDigest();
        return json.facts(bill.id(), digest, bills.document(bill).transportDocument());
    }
}
