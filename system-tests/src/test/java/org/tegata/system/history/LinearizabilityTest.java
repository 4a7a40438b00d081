package org.tegata.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search on generated histories: of an atomic register, spoilt ones, and small ones tried in every order. */
class LinearizabilityTest {

    @Test
    void shouldExplainWhateverAnAtomicRegisterDid() {
        for (long seed = 1; seed <= 300; seed++) {
            var calls = AnyHistory.of(seed, 200, 8, 10);
            var result = Linearizability.check(AnyHistory.DRAFT, calls);
            assertThat(result.holds()).as("seed %d: %s", seed, result.why()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Spoiling.class)
    void shouldNotExplainASpoiltHistory(Spoiling spoiling) {
        int spoilt = 0;
        for (long seed = 1; seed <= 150; seed++) {
            var history = spoiling.in(AnyHistory.of(seed, 60, 6, 0), new Random(seed));
            if (history.isPresent()) {
                spoilt++;
                var result = Linearizability.check(AnyHistory.DRAFT, history.get());
                assertThat(result.holds()).as("seed %d", seed).isFalse();
                assertThat(result.why()).contains("pending");
            }
        }
        assertThat(spoilt).as("histories that could be spoilt").isGreaterThan(50);
    }

    @Test
    void shouldAgreeWithTryingEveryOrder() {
        int explained = 0;
        int not = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            var random = new Random(seed);
            var calls = shaken(AnyHistory.of(seed, 9, 5, 20), random);
            boolean expected = EveryOrder.explains(AnyHistory.DRAFT, calls);
            assertThat(Linearizability.check(AnyHistory.DRAFT, calls).holds())
                    .as("seed %d: %s", seed, calls)
                    .isEqualTo(expected);
            explained += expected ? 1 : 0;
            not += expected ? 0 : 1;
        }
        assertThat(explained).isGreaterThan(300);
        assertThat(not).isGreaterThan(300);
    }

    @Test
    void shouldJudgeALongHistoryOfOneBillQuickly() {
        var calls = AnyHistory.of(42, 60_000, 32, 1);
        long began = System.nanoTime();
        var result = Linearizability.check(AnyHistory.DRAFT, calls);
        double seconds = (System.nanoTime() - began) / 1e9;

        assertThat(result.holds()).as(result.why()).isTrue();
        System.out.printf("%d calls on one bill: %d steps, %.2f s%n", calls.size(), result.steps(), seconds);
        assertThat(seconds).isLessThan(30);
    }

    /** Intervals and answers changed places: some can still be explained. */
    private static List<Call> shaken(List<Call> calls, Random random) {
        var shaken = new ArrayList<>(calls);
        for (int times = random.nextInt(3); times > 0 && !shaken.isEmpty(); times--) {
            int n = random.nextInt(shaken.size());
            var call = shaken.get(n);
            long length = call.returned() == Call.NEVER ? 10 : call.returned() - call.invoked();
            long invoked = 1 + random.nextInt(60);
            shaken.set(
                    n,
                    new Call(
                            call.client(),
                            call.bill(),
                            call.statement(),
                            call.reader(),
                            invoked,
                            invoked + length,
                            call.answer()));
        }
        return shaken;
    }
}
