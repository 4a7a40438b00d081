package org.tegata.bl.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.RegisterEntry;

/** The data of the register's events (contracts/events/bill.*): one event an entry of a record. */
public final class BillEventJson {

    private BillEventJson() {}

    /** What is told of the entry; facts go with an issue and with a bill that came from elsewhere. */
    public static Object data(Bill bill, RegisterEntry entry, @Nullable BillFacts facts) {
        var terms = bill.terms();
        var data = JsonNodeFactory.instance.objectNode();
        data.put("billId", bill.id().toString());
        data.put("transportDocumentReference", terms.transportDocumentReference());
        data.put("transportDocumentChecksum", terms.transportDocumentChecksum());
        if (terms.digest() != null) {
            data.put("digest", terms.digest());
        }
        if (entry.party() != null) {
            data.put("actor", entry.party().toString());
        }
        data.set("title", title(bill));
        if (!entry.transactions().isEmpty()) {
            var last = entry.transactions().get(entry.transactions().size() - 1);
            data.set("transaction", TransactionJson.write(last));
        }
        if (terms.predecessor() != null && opens(entry)) {
            data.set("predecessor", predecessor(terms.predecessor()));
        }
        if (entry.changeOfMedium() != null) {
            data.set("changeOfMedium", changeOfMedium(entry.changeOfMedium()));
        }
        if (entry.envelope() != null) {
            tellOfEnvelope(data, entry.envelope(), entry.act().startsEnvelope());
        }
        if (facts != null) {
            data.set("facts", BillFactsJson.of(facts));
        }
        return data;
    }

    private static boolean opens(RegisterEntry entry) {
        return entry.act() == BillAct.DRAFT || entry.act() == BillAct.ISSUE;
    }

    private static ObjectNode predecessor(Predecessor replaced) {
        var json = JsonNodeFactory.instance.objectNode();
        if (replaced.billId() != null) {
            json.put("billId", replaced.billId().toString());
        }
        return json.put("because", replaced.because().name());
    }

    private static ObjectNode changeOfMedium(ChangeOfMedium change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("direction", change.direction().name())
                .put("originals", change.originals())
                .put("place", change.place());
    }

    private static void tellOfEnvelope(ObjectNode data, EnvelopeNote note, boolean starts) {
        data.put("envelopeId", note.envelopeId().toString());
        data.put("otherPlatform", note.otherPlatform());
        if (starts) {
            data.put("recipientPlatform", note.otherPlatform());
        }
        if (note.responseCode() != null) {
            data.put("responseCode", note.responseCode());
        }
        if (starts || note.responseCode() != null) {
            data.put("purpose", note.purpose().word());
        }
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
        if (bill.title().pledgor() != null) {
            title.put("pledgor", bill.title().pledgor().reference());
        }
        title.put("carrier", bill.terms().carrier().reference());
        title.put("toOrder", bill.terms().toOrder());
        return title;
    }
}
