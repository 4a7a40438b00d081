package org.tegata.bl.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.json.BillFactsJson;
import org.tegata.bl.json.TransactionJson;
import org.tegata.bl.json.TransportDocumentJson;
import org.tegata.outbox.Event;
import org.tegata.outbox.Outbox;

/** Tells of a decision: one event an entry, in the transaction of the decision (contracts/events/bill.*). */
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

    /** Appends the events; facts go with an issue and with a bill that came from elsewhere. */
    void tell(Decision decision) {
        var bill = decision.bill();
        for (RegisterEntry entry : decision.entries()) {
            var data = data(bill, entry);
            if (entry.act() == BillAct.ISSUE || entry.act() == BillAct.RECEIVE) {
                data.set("facts", BillFactsJson.of(facts(bill)));
            }
            outbox.append(new Event(entry.act().eventType(), TOPIC, bill.id(), entry.sequence(), data));
        }
    }

    private BillFacts facts(Bill bill) {
        var terms = bill.terms();
        var digest = terms.documentDigest() == null ? terms.transportDocumentChecksum() : terms.documentDigest();
        return json.facts(bill.id(), digest, bills.document(bill).transportDocument());
    }

    private static ObjectNode data(Bill bill, RegisterEntry entry) {
        var terms = bill.terms();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("billId", bill.id().toString());
        data.put("transportDocumentReference", terms.transportDocumentReference());
        data.put("transportDocumentChecksum", terms.transportDocumentChecksum());
        if (terms.documentDigest() != null) {
            data.put("digest", terms.documentDigest());
        }
        if (entry.party() != null) {
            data.put("actor", entry.party().toString());
        }
        data.set("title", title(bill));
        if (!entry.transactions().isEmpty()) {
            var last = entry.transactions().get(entry.transactions().size() - 1);
            data.set("transaction", TransactionJson.write(last));
        }
        var note = entry.envelope();
        if (note != null) {
            data.put("envelopeId", note.envelopeId().toString());
            data.put("otherPlatform", note.otherPlatform());
            if (note.responseCode() != null) {
                data.put("responseCode", note.responseCode());
            }
            if (note.responseCode() != null || entry.act().startsEnvelope()) {
                data.put("purpose", note.purpose().word());
            }
            if (entry.act().startsEnvelope()) {
                data.put("recipientPlatform", note.otherPlatform());
            }
        }
        return data;
    }

    private static ObjectNode title(Bill bill) {
        var title = JsonNodeFactory.instance.objectNode();
        title.put("status", bill.status().name());
        if (bill.holder() != null) {
            title.put("holder", bill.holder().reference());
        }
        var endorsee = bill.title().endorsee();
        if (endorsee != null) {
            title.put("endorsee", endorsee.party());
        }
        title.put("carrier", bill.terms().carrier().reference());
        title.put("toOrder", bill.terms().toOrder());
        return title;
    }
}
