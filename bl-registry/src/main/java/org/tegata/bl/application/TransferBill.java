package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.HolderActs;

/** The holder hands possession over, here or to another platform (MLETR art. 11). */
@ApplicationScoped
public class TransferBill {

    private final ActOnBill acts;
    private final Recipients recipients;

    TransferBill(ActOnBill acts, Recipients recipients) {
        this.acts = acts;
        this.recipients = recipients;
    }

    @Transactional
    public Bill transfer(Request request, UUID billId, long version, NamedRecipient recipient) {
        return acts.act(
                request,
                billId,
                version,
                bill -> HolderActs.transfer(bill, request.caller(), () -> recipients.possessor(recipient), Ids.next()));
    }
}
