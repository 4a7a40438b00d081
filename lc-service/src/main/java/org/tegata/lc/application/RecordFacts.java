package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.Facts;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.PartyCode;

/** Keeps what the owners of invoices and bills publish, for the examination to come. */
@ApplicationScoped
public class RecordFacts {

    private final Facts facts;

    RecordFacts(Facts facts) {
        this.facts = facts;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void invoice(InvoiceFacts invoice, long sequence) {
        facts.record(invoice, sequence);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void invoiceCancelled(UUID invoiceId) {
        facts.recordCancelled(invoiceId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void bill(BillFacts bill, long sequence) {
        facts.record(bill, sequence);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void title(
            UUID billId, long sequence, String status, @Nullable PartyCode holder, @Nullable PartyCode endorsee) {
        facts.recordTitle(billId, sequence, status, holder, endorsee);
    }
}
