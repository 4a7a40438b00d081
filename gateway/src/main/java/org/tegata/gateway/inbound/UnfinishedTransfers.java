package org.tegata.gateway.inbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes up what a crash left between the registry's commit and our answer, without waiting for the sender to repeat, so
 * that our record agrees with the registry's.
 */
@ApplicationScoped
class UnfinishedTransfers {

    private static final Logger LOG = Logger.getLogger(UnfinishedTransfers.class);

    /** As long a request may take before it counts as dead; its own answer shall be RECE, not DUPE. */
    private static final Duration AT_WORK = Duration.ofSeconds(3);

    private final InboundTransfers transfers;
    private final AcceptEnvelope acceptance;
    private final Clock clock;

    UnfinishedTransfers(InboundTransfers transfers, AcceptEnvelope acceptance, Clock clock) {
        this.transfers = transfers;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUp() {
        try {
            var before = clock.instant().minus(AT_WORK);
            QuarkusTransaction.requiringNew()
                    .call(() -> transfers.committingSince(before))
                    .forEach(this::takeUp);
        } catch (RuntimeException databaseAway) {
            LOG.debugf("Unfinished transfers cannot be looked up: %s", databaseAway.toString());
        }
    }

    private void takeUp(UUID id) {
        try {
            acceptance.accept(id);
        } catch (RuntimeException undecided) {
            // The registry is away, or something is wrong with this one; the next turn comes in five seconds.
            LOG.warnf("Envelope %s is still being committed: %s", id, undecided.toString());
        }
    }
}
