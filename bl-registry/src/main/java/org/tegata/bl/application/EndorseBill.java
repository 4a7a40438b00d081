package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.HolderActs;

/** The endorsee in possession endorses the bill (MLETR art. 15). */
@ApplicationScoped
public class EndorseBill {

    private final ActOnBill acts;
    private final Recipients recipients;

    EndorseBill(ActOnBill acts, Recipients recipients) {
        this.acts = acts;
        this.recipients = recipients;
    }

    @Transactional
    public Bill endorse(
            Request request, UUID billId, long version, ActionCode code, @Nullable NamedRecipient endorsee) {
        return acts.act(
                request,
                billId,
                version,
                bill -> HolderActs.endorse(bill, request.caller(), code, () -> recipients.endorsee(endorsee)));
    }
}
