package org.tegata.system.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Delivers events as a bad day would: some twice, some late, in an order that only the seed knows. */
public final class Shuffler {

    private static final int TWICE_PERCENT = 20;

    private Shuffler() {}

    /** All of them, about a fifth of them twice, in any order. */
    public static List<Event> badDay(List<Event> events, long seed) {
        var random = new Random(seed);
        var delivered = new ArrayList<>(events);
        for (var event : events) {
            if (random.nextInt(100) < TWICE_PERCENT) {
                delivered.add(event);
            }
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }
}
