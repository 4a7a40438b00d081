package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.CarrierActs;

/** The carrier voids a bill that has not left its first holder. */
@ApplicationScoped
public class VoidBill {

    private final ActOnBill acts;

    VoidBill(ActOnBill acts) {
        this.acts = acts;
    }

    @Transactional
    public Bill voidBill(Request request, UUID billId, long version) {
        return acts.act(request, billId, version, bill -> CarrierActs.voidBill(bill, request.caller()));
    }
}
