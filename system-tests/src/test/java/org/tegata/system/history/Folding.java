package org.tegata.system.history;

import java.util.Map;

/** A consumer of the events: what it knows of each bill after all it was given. */
public interface Folding {

    void take(Event event);

    Map<String, Known> known();

    /** What a consumer remembers: how many events it applied, and what the last one said. */
    record Known(long applied, Event last) {}
}
