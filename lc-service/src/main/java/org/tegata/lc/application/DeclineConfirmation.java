package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.lc.domain.Credit;

/** The confirming bank declines to confirm, and says so without delay (UCP 600 art. 8(d)). */
@ApplicationScoped
public class DeclineConfirmation {

    private final ActOnCredit acts;

    DeclineConfirmation(ActOnCredit acts) {
        this.acts = acts;
    }

    @Transactional
    public Credit decline(CreditCall call) {
        return acts.act(
                        call,
                        "decline",
                        (credit, id) -> credit.declineConfirmation(call.actor(), call.expectedVersion()))
                .credit();
    }
}
