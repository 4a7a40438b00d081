package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check digits and forms of the trade's identifiers. */
class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054383", "SOLU4172502", "SOLU4172631"})
    void shouldAcceptAContainerNumber(String number) {
        assertThat(CheckDigits.isContainerNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054384", "CSQX3054383", "csqu3054383", "CSQU305438", "CSQU3054383 ", "ＣSQU3054383"})
    void shouldRefuseWhatIsNone(String number) {
        assertThat(CheckDigits.isContainerNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9765213", "9312341", "9074729"})
    void shouldAcceptAShipNumber(String number) {
        assertThat(CheckDigits.isShipNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9765214", "976521", "IMO9765213", "97652130"})
    void shouldRefuseWhatIsNoShipNumber(String number) {
        assertThat(CheckDigits.isShipNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPUKB", "DEHAM", "US9AA", "GBLON"})
    void shouldAcceptALocode(String code) {
        assertThat(PlaceRules.isLocode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XJKOB", "JPUK", "JPUK1", "jpukb", "JPUKBX", "JPU0B"})
    void shouldRefuseWhatIsNoLocode(String code) {
        assertThat(PlaceRules.isLocode(code)).isFalse();
    }
}
