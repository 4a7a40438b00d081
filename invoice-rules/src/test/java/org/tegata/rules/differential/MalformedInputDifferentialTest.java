package org.tegata.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tegata.rules.oracle.Edition;

/** Of bytes that are hardly XML, or oddly written XML, we read what the JDK reads and refuse what it refuses. */
class MalformedInputDifferentialTest {

    private static final int RANDOM = 3_000;
    private static final long SEED = 20_260_330;

    @Test
    void shouldReadWhatTheJdkReads() {
        var comparison = new Comparison();

        MalformedMutants.listed().entrySet().parallelStream()
                .forEach(one -> comparison.compare(Edition.EN_1_3_16, one.getKey(), one.getValue()));

        var known = DirectedMutants.reasons("/differential/known-malformed.txt").keySet();
        var met = new TreeSet<String>();
        var unknown = comparison.differences().stream()
                .filter(difference -> known.stream()
                        .filter(pattern -> difference.story().matches(pattern))
                        .peek(met::add)
                        .findAny()
                        .isEmpty())
                .toList();
        assertThat(unknown).as("documents on which we differ").isEmpty();
        assertThat(met).as("known differences that are still there").containsAll(known);
    }

    @Test
    void shouldReadWhatTheJdkReadsWhenBytesAreBrokenAtRandom() {
        var comparison = new Comparison();

        IntStream.range(0, RANDOM)
                .parallel()
                .forEach(number -> comparison.compare(
                        Edition.EN_1_3_16,
                        "seed %d, number %d".formatted(SEED, number),
                        MalformedMutants.random(SEED, number)));

        assertThat(comparison.differences()).as(comparison.summary()).isEmpty();
    }
}
