package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.json.BillEventJson;
import org.tegata.bl.json.TransportDocumentJson;
import org.tegata.outbox.Event;
import org.tegata.outbox.Outbox;

/** What others are told of the decisions of the register. */
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

    /** What is told of a decision: one event an entry. */
    List<Event> events(Decision decision) {
        var bill = decision.bill();
        return decision.entries().stream()
                .map(entry -> {
                    boolean brings = entry.act() == BillAct.ISSUE || entry.act() == BillAct.RECEIVE;
                    var data = BillEventJson.data(bill, entry, brings ? facts(bill) : null);
                    return new Event(entry.act().eventType(), TOPIC, bill.id(), entry.sequence(), data);
                })
                .toList();
    }

    /** Tells of a decision that opens a record, in the transaction that opens it. */
    void tell(Decision decision) {
        events(decision).forEach(outbox::append);
    }

    private BillFacts facts(Bill bill) {
        var terms = bill.terms();
        var digest = terms.documentDigest() == null ? terms.transportDocumentChecksum() : terms.documentDigest();
        return json.facts(bill.id(), digest, bills.document(bill).transportDocument());
    }
}
