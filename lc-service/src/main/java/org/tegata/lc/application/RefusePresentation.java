package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Presentation.Disposal;

/** The bank refuses, in one notice that states every discrepancy (UCP 600 art. 16). */
@ApplicationScoped
public class RefusePresentation {

    private final ActOnCredit acts;
    private final Clock clock;

    RefusePresentation(ActOnCredit acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    public Credit refuse(CreditCall call, UUID presentationId, Disposal disposal) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return acts.act(
                        call,
                        "refuse " + presentationId,
                        (credit, id) ->
                                credit.refuse(call.actor(), call.expectedVersion(), presentationId, disposal, now))
                .credit();
    }
}
