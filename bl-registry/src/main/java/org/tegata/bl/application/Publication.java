package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.json.BillEventJson;
import org.tegata.bl.xml.BillCodec;
import org.tegata.outbox.Event;
import org.tegata.outbox.Outbox;
import org.tegata.xml.Digest;

/** What others are told of the decisions of the register. */
@ApplicationScoped
public class Publication {

    private static final String TOPIC = "bills";

    private final Outbox outbox;
    private final Bills bills;
    private final BillCodec codec;

    Publication(Outbox outbox, Bills bills, BillCodec codec) {
        this.outbox = outbox;
        this.bills = bills;
        this.codec = codec;
    }

    /** What is told of a decision: one event an entry. */
    List<Event> events(Decision decision) {
        var bill = decision.bill();
        return decision.entries().stream()
                .map(entry -> {
                    var data = BillEventJson.data(bill, entry, facts(bill, entry.act()));
                    return new Event(entry.act().eventType(), TOPIC, bill.id(), entry.sequence(), data);
                })
                .toList();
    }

    /** Tells of a decision that opens a record, in the transaction that opens it. */
    void tell(Decision decision) {
        events(decision).forEach(outbox::append);
    }

    /** What the bill says: told when it is issued here, and when it comes from elsewhere. */
    private @Nullable BillFacts facts(Bill bill, BillAct act) {
        if (act != BillAct.ISSUE && act != BillAct.RECEIVE) {
            return null;
        }
        var document = bills.document(bill);
        var digest = bill.terms().digest();
        return codec.facts(
                bill.id(),
                digest == null
                        ? Digest.sha256Hex(document.transportDocument().getBytes(StandardCharsets.UTF_8))
                        : digest,
                codec.kept(document, act == BillAct.ISSUE));
    }
}
