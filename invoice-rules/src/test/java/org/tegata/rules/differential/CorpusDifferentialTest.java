package org.tegata.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.oracle.Edition;

/** On every invoice that ships in a test artefact, and on our own, the verdict is that of the official artefacts. */
class CorpusDifferentialTest {

    @ParameterizedTest
    @EnumSource(Edition.class)
    void shouldSayWhatTheOfficialArtefactSays(Edition edition) {
        var comparison = new Comparison();

        Corpus.all().forEach((name, xml) -> comparison.compare(edition, name, xml));

        assertThat(Corpus.PUBLISHED).hasSizeGreaterThanOrEqualTo(27);
        assertThat(comparison.differences()).as(comparison.summary()).isEmpty();
    }
}
