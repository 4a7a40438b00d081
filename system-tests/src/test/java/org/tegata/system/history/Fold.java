package org.tegata.system.history;

import java.util.HashMap;
import java.util.Map;

/**
 * The consumer that docs/events.md asks for: applies the events of a bill in the order of their sequence and each once,
 * however often and in whatever order they come.
 */
public final class Fold implements Folding {

    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Map<Long, Event>> early = new HashMap<>();

    @Override
    public void take(Event event) {
        long applied = applied(event.bill());
        if (event.sequence() <= applied) {
            return;
        }
        var waiting = early.computeIfAbsent(event.bill(), bill -> new HashMap<>());
        waiting.put(event.sequence(), event);
        for (var due = waiting.remove(applied + 1); due != null; due = waiting.remove(applied + 1)) {
            applied++;
            known.put(event.bill(), new Known(applied, due));
        }
    }

    private long applied(String bill) {
        var before = known.get(bill);
        return before == null ? 0 : before.applied();
    }

    @Override
    public Map<String, Known> known() {
        return Map.copyOf(known);
    }
}
