package org.tegata.outbox;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as the services have them: it keeps what it was handed, and fails on the type "poison". */
@ApplicationScoped
public class NotesListener {

    private final List<ReceivedEvent> handled = new CopyOnWriteArrayList<>();
    private final Inbox inbox;

    NotesListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("notes-in")
    @Blocking
    void receive(String cloudEvent) {
        inbox.handle(cloudEvent, event -> {
            if (event.type().equals("note.poison.v1")) {
                throw new IllegalStateException("cannot digest this");
            }
            handled.add(event);
        });
    }

    List<ReceivedEvent> handled() {
        return handled;
    }
}
