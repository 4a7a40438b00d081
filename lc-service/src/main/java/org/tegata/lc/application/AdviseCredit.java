package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.lc.domain.Credit;

/** The advising bank advises the credit to the beneficiary (UCP 600 art. 9). */
@ApplicationScoped
public class AdviseCredit {

    private final ActOnCredit acts;

    AdviseCredit(ActOnCredit acts) {
        this.acts = acts;
    }

    @Transactional
    public Credit advise(CreditCall call) {
        return acts.act(call, "advise", (credit, id) -> credit.advise(call.actor(), call.expectedVersion()))
                .credit();
    }
}
