package org.tegata.system.history.toy;

import org.jspecify.annotations.Nullable;

/** Carries the outbox to the topic in order, at least once; a crash between sending and marking sends again. */
final class ToyRelay {

    private static final int CRASH_ONE_IN = 6;

    private final ToyStore store;
    private final Schedule schedule;
    private final @Nullable Bug bug;

    ToyRelay(ToyStore store, Schedule schedule, @Nullable Bug bug) {
        this.store = store;
        this.schedule = schedule;
        this.bug = bug;
    }

    void turn() {
        relay(true);
    }

    /** Without crashes, until nothing is left. */
    void finish() {
        while (store.outbox.stream().anyMatch(each -> !each.published)) {
            relay(false);
        }
    }

    private void relay(boolean mayCrash) {
        var next = store.outbox.stream()
                .filter(each -> !each.published)
                .findFirst()
                .orElse(null);
        if (next == null) {
            return;
        }
        boolean crash = mayCrash && schedule.draw(CRASH_ONE_IN) == 0;
        if (bug == Bug.EVENT_LOST) {
            next.published = true;
            schedule.step();
            if (!crash) {
                store.topic.add(next.event);
            }
            return;
        }
        store.topic.add(next.event);
        schedule.step();
        next.published = !crash;
    }
}
