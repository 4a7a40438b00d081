package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;

class SamplePartyTest {
    @Test
    void shouldHaveIdentifiersWithRightCheckDigits() {
        assertThat(SampleParty.values())
                .allSatisfy(party -> assertThat(PartyId.parse(party.id())).hasToString(party.id()));
    }

    @Test
    void shouldNotShareAnIdentifierOrAClientId() {
        assertThat(Arrays.stream(SampleParty.values()).map(SampleParty::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(SampleParty.values()).map(SampleParty::clientId))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepTheImporterOnTheOtherPlatform() {
        assertThat(SampleParty.IMPORTER.home()).isEqualTo(EblPlatform.TGTB);
        assertThat(SampleParty.SHIPPER.home()).isEqualTo(EblPlatform.TGTA);
    }
}
