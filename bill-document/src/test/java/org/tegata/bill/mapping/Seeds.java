package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongConsumer;

/** Runs a test with one seed after the other; {@code -Dtegata.seed} is the first of them. */
final class Seeds {

    private Seeds() {}

    /** Until the time is over or there are enough of them; too few show nothing. */
    static void many(String test, Duration longEnough, int least, int most, LongConsumer once) {
        long first = Long.getLong("tegata.seed", new Random().nextInt(1_000_000_000));
        System.out.println(test + ": first seed " + first);
        long end = System.nanoTime() + longEnough.toNanos();
        int rounds = 0;
        while (rounds < most && System.nanoTime() < end) {
            once.accept(first + rounds);
            rounds++;
        }
        assertThat(rounds).as("rounds of " + test).isGreaterThanOrEqualTo(least);
    }
}
