package org.tegata.rules.xrechnung;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final int LONG = 100_000;
    private static final Duration SOON = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c", "ä.ö@b-c.d.e", "..@b.c", "a\u00a0b@c.d"})
    void shouldTakeTheseForEmailAddresses(String address) {
        assertThat(ContactData.email(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b.c", "a@b", "a@.c", "a@b.", "a@b..c", "a@b@c.d", "a b@c.d", "a@b c.d"})
    void shouldNotTakeTheseForEmailAddresses(String address) {
        assertThat(ContactData.email(address)).isFalse();
    }

    @Test
    void shouldCountOnlyPlainDigitsOfATelephoneNumber() {
        assertThat(ContactData.telephone("1-2 (3)")).isTrue();
        assertThat(ContactData.telephone("12")).isFalse();
        assertThat(ContactData.telephone("１２３")).isFalse();
    }

    @Test
    void shouldWantASchemeOfAUrl() {
        assertThat(List.of("http://a", "a+.-9:")).allMatch(ContactData::url);
        assertThat(List.of("", ":", "a:", "1a:", "http", "ht tp:", " http:")).noneMatch(ContactData::url);
    }

    @Test
    void shouldReckonCheckDigitsOfIbans() {
        assertThat(List.of(
                        "DE89370400440532013000", " GB82 WEST 1234 5698 7654 32\n", "MT84MALT011000012345MTLCAST001S"))
                .allMatch(Iban::valid);
        assertThat(List.of("", "DE", "DE88370400440532013000", "de89370400440532013000", "DE8937040044053201300€"))
                .noneMatch(Iban::valid);
        assertThat(Iban.valid(null)).isFalse();
    }

    @Test
    void shouldReadDiscounts() {
        assertThat(new Skonto("30 Tage netto").present()).isFalse();
        assertThat(new Skonto("#SKONTO#TAGE=14#PROZENT=2.25#\n").wrongLine()).isNull();
        assertThat(new Skonto("x\r\n \t#SKONTO#TAGE=1#PROZENT=2.25#BASISBETRAG=357.93# \n").wrongLine())
                .isNull();
        assertThat(new Skonto("#SKONTO#TAGE=14#PROZENT=2,25#\n").wrongLine()).isNotNull();
        assertThat(new Skonto("#VERZUG#TAGE=14#PROZENT=2.25#\n").wrongLine()).isNotNull();
        assertThat(new Skonto("#SKONTO#TAGE=1#PROZENT=1.00#").ended()).isFalse();
        assertThat(new Skonto("#SKONTO#TAGE=1#PROZENT=1.00#\n#x").ended()).isTrue();
        assertThat(new Skonto("#SKONTO#TAGE=1#PROZENT=1.00# \r\nDanke").ended()).isTrue();
        assertThat(new Skonto("#SKONTO#TAGE=1#PROZENT=1.00# Danke\n").ended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@", "a@", "a.", "1", "#", "#\n", "#SKONTO#TAGE=1", "a+", " ", "\n", "DE89", "#x#\n", "a@b.c"})
    void shouldReadLongNonsenseQuickly(String unit) {
        String text = unit.repeat(LONG / unit.length());
        Assertions.assertTimeout(SOON, () -> {
            for (String hostile : List.of(text, "a@" + text, "#SKONTO#TAGE=" + text, "x" + text + "\u0000")) {
                ContactData.email(hostile);
                ContactData.telephone(hostile);
                ContactData.url(hostile);
                Iban.valid(hostile);
                Texts.normal(hostile);
                var skonto = new Skonto(hostile);
                assertThat(skonto.wrongLine() != null || !skonto.present() || skonto.ended() || !skonto.ended())
                        .isTrue();
            }
        });
    }

    @Test
    void shouldNormaliseOnlyTheFourWhiteSpacesOfXml() {
        assertThat(Texts.normal(" a \t\r\n b ")).isEqualTo("a b");
        assertThat(Texts.normal("a b")).isEqualTo("a b");
        assertThat(Texts.normal(" \n")).isEmpty();
        assertThat(Texts.normal(null)).isEmpty();
        assertThat(Texts.normal("\u3000a\u00a0")).isEqualTo("\u3000a\u00a0");
    }
}
