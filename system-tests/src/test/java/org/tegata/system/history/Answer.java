package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/** How a call ended for the client that made it. */
public sealed interface Answer {

    /** The act's receipt: the bill as the act left it. */
    record Done(Seen after) implements Answer {}

    /** The bill as a reader got it. */
    record Sight(Seen now) implements Answer {}

    /** Refused for good, with the slug of the problem. */
    record Refused(String slug, @Nullable Moved moved) implements Answer {
        public Refused(String slug) {
            this(slug, null);
        }
    }

    /** No answer that settles anything: connection lost, 5xx, process killed. */
    record Unknown(String why) implements Answer {}

    /** What a {@code head-moved} problem tells: the present head, and who acted first on the one that was named. */
    record Moved(String head, long firstVersion, String firstActor, String firstAct) {}

    String HEAD_MOVED = "head-moved";
    String NOT_FOUND = "not-found";

    default boolean settles() {
        return !(this instanceof Unknown);
    }
}
