package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.lc.domain.Credit;

/** The confirming bank adds its undertaking (UCP 600 art. 8). */
@ApplicationScoped
public class ConfirmCredit {

    private final ActOnCredit acts;

    ConfirmCredit(ActOnCredit acts) {
        this.acts = acts;
    }

    @Transactional
    public Credit confirm(CreditCall call) {
        return acts.act(call, "confirm", (credit, id) -> credit.confirm(call.actor(), call.expectedVersion()))
                .credit();
    }
}
