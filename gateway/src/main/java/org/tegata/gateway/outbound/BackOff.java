package org.tegata.gateway.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.tegata.gateway.GatewayConfig;

/** How long to wait before the next attempt: doubling, bounded, and at random, so that many do not come at once. */
@Singleton
class BackOff {

    private static final int MAX_DOUBLINGS = 30;

    private final Duration initial;
    private final Duration max;

    @Inject
    BackOff(GatewayConfig config) {
        this(config.retry().initialDelay(), config.retry().maxDelay());
    }

    BackOff(Duration initial, Duration max) {
        this.initial = initial;
        this.max = max;
    }

    /** Pause after the {@code attempts}-th attempt: between half of the bound and the bound. */
    Duration after(int attempts) {
        long bound = bound(attempts).toMillis();
        return Duration.ofMillis(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2 + 1));
    }

    Duration bound(int attempts) {
        int doublings = Math.max(0, Math.min(attempts - 1, MAX_DOUBLINGS));
        double millis = initial.toMillis() * Math.pow(2, doublings);
        return millis > max.toMillis() ? max : Duration.ofMillis((long) millis);
    }
}
