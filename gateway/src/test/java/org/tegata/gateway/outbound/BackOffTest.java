package org.tegata.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The pause doubles, is bounded, and is never the same for all. */
class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    @Test
    void shouldDoubleUpToTheBound() {
        assertThat(backOff.bound(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backOff.bound(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backOff.bound(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(backOff.bound(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(backOff.bound(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(backOff.bound(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void shouldSpreadWithinTheUpperHalf() {
        for (int i = 0; i < 1000; i++) {
            assertThat(backOff.after(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
        assertThat(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> backOff.after(10))
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
