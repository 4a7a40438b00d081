package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tegata.lc.domain.Credit;

/** The bank honours a complying presentation (UCP 600 art. 7, 8 and 15). */
@ApplicationScoped
public class HonourPresentation {

    private final ActOnCredit acts;
    private final Clock clock;

    HonourPresentation(ActOnCredit acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    public Credit honour(CreditCall call, UUID presentationId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return acts.act(
                        call,
                        "honour " + presentationId,
                        (credit, id) -> credit.honour(call.actor(), call.expectedVersion(), presentationId, now))
                .credit();
    }
}
