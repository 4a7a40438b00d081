package org.tegata.lc.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Credits;
import org.tegata.lc.domain.Outcome;
import org.tegata.outbox.OnceOnly;
import org.tegata.outbox.Outbox;

/** The steps that every act on a credit takes; a repeated call is answered with the present state and acts no more. */
@ApplicationScoped
public class ActOnCredit {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Credits credits;
    private final OnceOnly onceOnly;
    private final Outbox outbox;

    ActOnCredit(Credits credits, OnceOnly onceOnly, Outbox outbox) {
        this.credits = credits;
        this.onceOnly = onceOnly;
        this.outbox = outbox;
    }

    /**
     * The credit after the act, and the id that this call was given, which a repeat is given again.
     *
     * @param act the act's name: the same key for another act is another request
     * @param decide from the credit and the call's id to the outcome; refuses by throwing
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Acted act(CreditCall call, String act, BiFunction<Credit, UUID, Outcome> decide) {
        var credit = credits.require(call.creditId(), call.actor());
        var fresh = IDS.generate();
        var claimed = onceOnly.claim(call.actor(), call.idempotencyKey(), call.fingerprint(act), fresh);
        if (!claimed.equals(fresh)) {
            return new Acted(credits.require(call.creditId(), call.actor()), claimed);
        }
        var outcome = decide.apply(credit, fresh);
        credits.save(outcome.credit());
        outbox.append(CreditEventV1.of(outcome));
        return new Acted(outcome.credit(), fresh);
    }

    /** The credit after a call, and the call's id. */
    public record Acted(Credit credit, UUID id) {}
}
