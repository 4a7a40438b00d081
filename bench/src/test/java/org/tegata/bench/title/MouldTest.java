package org.tegata.bench.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MouldTest {

    @Test
    void shouldPutTheValuesWhereTheWordsStood() {
        Mould mould = new Mould("{\"id\":\"A-1\",\"again\":\"A-1\",\"head\":\"ff\"}", List.of("A-1", "ff", "absent"));
        assertThat(mould.fill("B-22", "00", "never")).isEqualTo("{\"id\":\"B-22\",\"again\":\"B-22\",\"head\":\"00\"}");
    }

    @Test
    void shouldLeaveATextWithoutWordsAlone() {
        assertThat(new Mould("plain", List.of("x")).fill("y")).isEqualTo("plain");
        assertThat(new Mould("x", List.of("x")).fill("y")).isEqualTo("y");
    }

    @Test
    void shouldMakeIdentifiersWithRightCheckDigits() {
        assertThat(Trade.lei("TGTASHIPPER0000001")).isEqualTo("TGTASHIPPER000000139");
        assertThat(Trade.lei("TGTACARRIER0000001")).isEqualTo("TGTACARRIER000000165");
    }

    @Test
    void shouldNumberCopiesInTheOrderOfTheirIds() {
        assertThat(Clones.id(9)).isLessThan(Clones.id(10)).hasSize(36);
        assertThat(Clones.id(255)).endsWith("0000000000ff").startsWith(Clones.ID_START);
    }
}
