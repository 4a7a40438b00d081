package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.HolderActs;
import org.tegata.bl.domain.SurrenderReason;

/** The entitled holder surrenders the bill to the carrier, for the goods or for an amended bill. */
@ApplicationScoped
public class SurrenderBill {

    private final ActOnBill acts;

    SurrenderBill(ActOnBill acts) {
        this.acts = acts;
    }

    @Transactional
    public Bill surrender(
            Request request, UUID billId, long version, ActionCode code, @Nullable SurrenderReason reason) {
        return acts.act(
                request,
                billId,
                version,
                bill -> HolderActs.surrender(bill, request.caller(), code, reason, Ids.next()));
    }
}
