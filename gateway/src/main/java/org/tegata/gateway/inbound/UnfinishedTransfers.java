package org.tegata.gateway.inbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes up what a crash left between the registry's commit and our answer, without waiting for the sender to repeat, so
 * that our record agrees with the registry's.
 */
@ApplicationScoped
class UnfinishedTransfers {

    private static final Logger LOG = Logger.getLogger(UnfinishedTransfers.class);

    private final InboundTransfers transfers;
    private final AcceptEnvelope acceptance;

    UnfinishedTransfers(InboundTransfers transfers, AcceptEnvelope acceptance) {
        this.transfers = transfers;
        this.acceptance = acceptance;
    }

    @Scheduled(every = "5s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUp() {
        try {
            QuarkusTransaction.requiringNew().call(transfers::committing).forEach(this::takeUp);
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
