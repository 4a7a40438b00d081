package org.tegata.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tegata.rules.oracle.Edition;

/**
 * Invoices changed at random: the verdict stays that of the official artefacts.
 *
 * <p>{@code -Ddifferential.count} and {@code -Ddifferential.seed} ask for others; a document on which the verdicts
 * differ is kept in {@code target/differential} with both.
 */
class RandomMutantsTest {

    private static final long SEED = 20_260_330;

    /** The newest more often than the others. */
    private static final List<Edition> EDITIONS = List.of(
            Edition.EN_1_3_16,
            Edition.EN_1_3_13,
            Edition.EN_1_3_16,
            Edition.XRECHNUNG_3_0_2,
            Edition.EN_1_3_16,
            Edition.EN_1_3_15,
            Edition.EN_1_3_16,
            Edition.EN_1_3_14,
            Edition.EN_1_3_16,
            Edition.XRECHNUNG_EXTENSION_3_0_2);

    @Test
    void shouldSayWhatTheOfficialArtefactsSay() {
        compare(Integer.getInteger("differential.count", 20_000), Long.getLong("differential.seed", SEED));
    }

    @Test
    void shouldAgreeAtTheEdgesOfSums() {
        var comparison = new Comparison();
        long seed = Long.getLong("differential.seed", SEED);
        int count = Integer.getInteger("differential.count", 20_000) / 5;
        IntStream.range(0, count).parallel().forEach(number -> {
            var mutant = ArithmeticMutants.mutant(seed, number);
            comparison.compare(EDITIONS.get(number % EDITIONS.size()), mutant.story(), mutant.xml());
        });

        String summary = "%d sums of seed %d: %s".formatted(count, seed, comparison.summary());
        System.out.println(summary);
        assertThat(comparison.differences()).as(summary).isEmpty();
    }

    /** For the night: ten times as many, others each day. */
    @Test
    @Tag("long")
    void shouldSayWhatTheOfficialArtefactsSayAllNight() {
        compare(
                Integer.getInteger("differential.count", 200_000),
                Long.getLong("differential.seed", LocalDate.now().toEpochDay()));
    }

    private static void compare(int count, long seed) {
        var comparison = new Comparison();
        var mutator = new Mutator();
        IntStream.range(0, count).parallel().forEach(number -> {
            var mutant = mutator.mutant(seed, number);
            comparison.compare(EDITIONS.get(number % EDITIONS.size()), mutant.story(), mutant.xml());
        });

        String summary = "%d mutants of seed %d: %s".formatted(count, seed, comparison.summary());
        System.out.println(summary);
        assertThat(comparison.differences()).as(summary).isEmpty();
    }
}
