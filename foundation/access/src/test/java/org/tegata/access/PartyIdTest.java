package org.tegata.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyIdTest {

    @Test
    void shouldReadWhatItWrites() {
        var party = PartyId.parse("GLEIF:5493001KJTIIGC8Y1R12");

        assertThat(party).isEqualTo(PartyId.ofLei("5493001KJTIIGC8Y1R12"));
        assertThat(PartyId.parse(party.toString())).isEqualTo(party);
    }

    @Test
    void shouldTakeCodesOfOtherListsAsTheyAre() {
        assertThat(PartyId.parse("WAVE:12345:67").partyCode()).isEqualTo("12345:67");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GLEIF",
                "GLEIF:",
                "GLEIF:5493001KJTIIGC8Y1R13", // wrong check digits
                "GLEIF:5493001kjtiigc8y1r12",
                "GLEIF:5493001KJTIIGC8Y1R1",
                "gleif:5493001KJTIIGC8Y1R12",
                ":5493001KJTIIGC8Y1R12",
                "ZZZ:with blank",
                "ZZZ:\u0000",
            })
    void shouldRefuseWhatIsNotAParty(String text) {
        assertThatThrownBy(() -> PartyId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
