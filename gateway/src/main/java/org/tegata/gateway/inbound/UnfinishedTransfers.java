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
            for (UUID id : QuarkusTransaction.requiringNew().call(transfers::committing)) {
                acceptance.accept(id);
            }
        } catch (RuntimeException away) {
            // Database or registry are away: the next turn comes in five seconds.
            LOG.debugf("Unfinished transfers wait: %s", away.toString());
        }
    }
}
