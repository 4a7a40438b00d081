package org.tegata.gateway.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.tegata.gateway.GatewayConfig;

/** Finds what is due and has it sent, a bounded number at a time. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Longer than any attempt: the most calls one attempt makes, each with its full time-out. */
    private static final int CALLS_PER_ATTEMPT = 12;

    private final OutboundTransfers transfers;
    private final SendEnvelope sending;
    private final ManagedExecutor executor;
    private final Semaphore free;
    private final Duration lease;
    private final Clock clock;

    Dispatcher(
            OutboundTransfers transfers,
            SendEnvelope sending,
            ManagedExecutor executor,
            GatewayConfig config,
            Clock clock) {
        this.transfers = transfers;
        this.sending = sending;
        this.executor = executor;
        this.free = new Semaphore(config.retry().parallel());
        this.lease = config.calls().timeout().multipliedBy(CALLS_PER_ATTEMPT);
        this.clock = clock;
    }

    void resume(@Observes StartupEvent started) {
        int waiting = QuarkusTransaction.requiringNew().call(() -> transfers.releaseAll(clock.instant()));
        if (waiting > 0) {
            LOG.infof("%d unfinished envelopes are taken up again", waiting);
        }
    }

    @Scheduled(every = "${tegata.gateway.retry.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void turn() {
        int permits = free.drainPermits();
        try {
            if (permits > 0) {
                permits -= dispatch(permits);
            }
        } catch (RuntimeException away) {
            LOG.debugf("Due envelopes cannot be looked up: %s", away.toString());
        } finally {
            free.release(permits);
        }
    }

    private int dispatch(int limit) {
        var due = QuarkusTransaction.requiringNew().call(() -> transfers.claim(limit, clock.instant(), lease));
        for (UUID id : due) {
            executor.execute(() -> {
                try {
                    sending.advance(id);
                } finally {
                    free.release();
                }
            });
        }
        return due.size();
    }
}
