package org.tegata.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.differential.Samples;

/** The quick judge that all other comparisons lean on says what phive says, as everybody runs it. */
class XsltOracleTest {

    private static final int MUTANTS = 150;
    private static final long SEED = 20_260_601;

    @ParameterizedTest
    @EnumSource(Edition.class)
    void shouldSayWhatPhiveSays(Edition edition) {
        var phive = new PhiveOracle(edition);
        var quick = XsltOracle.of(edition);

        Samples.published()
                .forEach((name, xml) -> assertThat(quick.judge(xml)).as(name).isEqualTo(phive.judge(xml)));
        Samples.mutants(SEED, MUTANTS)
                .forEach((story, xml) -> assertThat(quick.judge(xml)).as(story).isEqualTo(phive.judge(xml)));
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void shouldSayTheSameWhenEachAssertionIsTriedOnItsOwn(Edition edition) {
        var quick = XsltOracle.of(edition);

        Samples.mutants(SEED + 1, MUTANTS).forEach((story, xml) -> {
            var ruling = quick.judge(xml);
            if (ruling.isJudged()) {
                assertThat(quick.rest(xml).fired()).as(story).isEqualTo(ruling.fired());
            }
        });
    }
}
