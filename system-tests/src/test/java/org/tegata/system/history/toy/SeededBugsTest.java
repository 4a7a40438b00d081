package org.tegata.system.history.toy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.system.history.Verdict;

/** The checker passes the right register and catches each wrong one. */
class SeededBugsTest {

    private static final int SEEDS_OF_THE_RIGHT_ONE = 150;
    private static final int SEEDS_OF_A_BUG = 20;

    @Test
    void shouldFindNothingWhenTheRegisterIsRight() {
        for (long seed = 1; seed <= SEEDS_OF_THE_RIGHT_ONE; seed++) {
            var verdict = ToyRun.verdict(seed, null);
            assertThat(verdict.clean())
                    .as("seed %d: %s", seed, verdict.summary())
                    .isTrue();
            assertThat(verdict.doubt().unanswered()).as("unanswered attempts").isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Bug.class)
    void shouldCatchTheBugWithinAFewSeeds(Bug bug) {
        long caughtBy = 0;
        Verdict verdict = null;
        for (long seed = 1; seed <= SEEDS_OF_A_BUG && caughtBy == 0; seed++) {
            verdict = ToyRun.verdict(seed, bug);
            caughtBy = verdict.clean() ? 0 : seed;
        }
        assertThat(caughtBy).as("seed that catches %s", bug).isPositive();
        System.out.printf(
                "%-26s caught by seed %2d: %s%n",
                bug,
                caughtBy,
                verdict.findings().stream()
                        .map(each -> each.rule().name())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
