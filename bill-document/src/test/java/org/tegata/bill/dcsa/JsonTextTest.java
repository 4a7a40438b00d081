package org.tegata.bill.dcsa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e10000001863",
                "-1E99999999999",
                "1e400",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "NaN"
            })
    void shouldRefuseWhatReadersWouldNotAgreeOn(String text) {
        var outcome = JsonText.read(text);

        assertThat(outcome.tree()).isNull();
        assertThat(outcome.refusal()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1,2.5,-0.0,1e300]", "{\"a\":{\"b\":null}}"})
    void shouldReadTheRest(String text) {
        assertThat(JsonText.read(text).tree()).isNotNull();
    }
}
