package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.CarrierActs;

/** The carrier accepts or refuses a surrender (DCSA PINT: SACC, SREJ). */
@ApplicationScoped
public class AnswerSurrender {

    private final ActOnBill acts;

    AnswerSurrender(ActOnBill acts) {
        this.acts = acts;
    }

    @Transactional
    public Bill accept(Request request, UUID billId, long version) {
        return acts.act(
                request, billId, version, bill -> CarrierActs.acceptSurrender(bill, request.caller(), Ids.next()));
    }

    @Transactional
    public Bill refuse(Request request, UUID billId, long version, @Nullable String comments) {
        return acts.act(
                request,
                billId,
                version,
                bill -> CarrierActs.refuseSurrender(bill, request.caller(), Ids.next(), comments));
    }
}
