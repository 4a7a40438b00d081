package org.tegata.gateway.outbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tegata.outbox.Inbox;
import org.tegata.outbox.ReceivedEvent;

/** Hears from the registry's topic which envelopes are due. Only writes them down; the sending is done elsewhere. */
@ApplicationScoped
class BillEventsListener {

    private static final String TRANSFER_STARTED = "bill.transfer-started.v1";

    private final Inbox inbox;
    private final OutboundTransfers transfers;
    private final Dispatcher dispatcher;
    private final Clock clock;

    BillEventsListener(Inbox inbox, OutboundTransfers transfers, Dispatcher dispatcher, Clock clock) {
        this.inbox = inbox;
        this.transfers = transfers;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Incoming("bills-in")
    @Blocking
    void hear(String cloudEvent) {
        inbox.handle(cloudEvent, this::note);
        dispatcher.turn();
    }

    private void note(ReceivedEvent event) {
        if (!event.type().equals(TRANSFER_STARTED)) {
            return;
        }
        var due = DueEnvelope.read(event.data());
        // The envelope's id is the guard against a second event about the same envelope.
        if (transfers.findById(due.envelopeId()) == null) {
            transfers.persist(new OutboundTransferEntity(due, clock.instant()));
        }
    }
}
