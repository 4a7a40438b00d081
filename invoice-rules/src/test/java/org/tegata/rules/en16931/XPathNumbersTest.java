package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XPathNumbersTest {

    @ParameterizedTest
    @CsvSource({"2.5,3", "-2.5,-2", "2.4,2", "-2.6,-3", "0.49999999999999994,0", "9007199254740993,9007199254740992"})
    void shouldRoundDoublesWithHalvesUpwards(double number, double rounded) {
        assertThat(XPathNumbers.round(number)).isEqualTo(rounded);
    }

    @Test
    void shouldLeaveDoublesThatAreTooLargeForFractions() {
        assertThat(XPathNumbers.round(1e19)).isEqualTo(1e19);
        assertThat(XPathNumbers.round(Double.POSITIVE_INFINITY)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"2.5,3", "-2.5,-2", "-2.51,-3", "2.49,2", "0,0"})
    void shouldRoundDecimalsWithHalvesUpwards(BigDecimal number, BigDecimal rounded) {
        assertThat(XPathNumbers.round(number)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"0.005,0.01", "-0.005,0", "1.0049,1.00", "-1.006,-1.01"})
    void shouldRoundDecimalsToCents(BigDecimal number, BigDecimal rounded) {
        assertThat(XPathNumbers.cents(number)).isEqualByComparingTo(rounded);
    }

    @Test
    void shouldRoundDoublesToCentsWithTheErrorThatDoublesHave() {
        assertThat(XPathNumbers.cents(1.005))
                .as("1.005 is a little less than that")
                .isEqualTo(1.0);
        assertThat(XPathNumbers.cents(0.1 + 0.2)).isEqualTo(0.3);
    }

    @Test
    void shouldKeepAllDigitsOfADouble() {
        assertThat(XPathNumbers.decimal(0.1)).isEqualTo(new BigDecimal(0.1)).isNotEqualByComparingTo("0.1");
        assertThat(XPathNumbers.decimal(Double.POSITIVE_INFINITY)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.000,true", "1.23,true", "1.230,true", "1.234,false", "-0.015,false"})
    void shouldTellWholeCentsByValue(double number, boolean whole) {
        assertThat(XPathNumbers.wholeCents(number)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"99.01,100,true", "99,100,false", "101,100,false", "100.99,100,true", "-0.5,0,true"})
    void shouldTolerateLessThanOne(double stated, double computed, boolean near) {
        assertThat(XPathNumbers.lessThanOneApart(stated, computed)).isEqualTo(near);
    }

    @Test
    void shouldTellNegativeZeroFromZeroAsThePublishedRulesDo() {
        assertThat(XPathNumbers.same(-0.0, 0)).isFalse();
        assertThat(XPathNumbers.round(-0.4)).isEqualTo(-0.0);
        assertThat(XPathNumbers.cents(-0.001)).isEqualTo(-0.0);
        assertThat(XPathNumbers.wholeCents(-0.0)).isTrue();
    }

    @Test
    void shouldAddUpDoublesInTheOrderGiven() {
        var tenTenths = new DoubleSum();
        for (int i = 0; i < 10; i++) {
            tenTenths.add(0.1);
        }
        assertThat(tenTenths.sum()).isEqualTo(0.9999999999999999);
        assertThat(tenTenths.shown()).isEqualTo("1");
    }

    @Test
    void shouldAddUpNegativeZerosToNegativeZero() {
        var sum = new DoubleSum();
        assertThat(sum.sum()).as("of nothing").isEqualTo(0.0);
        sum.add(-0.0);
        assertThat(sum.sum()).isEqualTo(-0.0);
        sum.add(0);
        assertThat(sum.sum()).isEqualTo(0.0);
    }

    @Test
    void shouldFindNothingEqualToNothing() {
        assertThat(XPathNumbers.equal(null, null)).isFalse();
        assertThat(XPathNumbers.equal(BigDecimal.ONE, null)).isFalse();
        assertThat(XPathNumbers.equal(new BigDecimal("1.0"), BigDecimal.ONE)).isTrue();
    }

    @Test
    void shouldShowNumbersAsPeopleWriteThem() {
        assertThat(XPathNumbers.shown(new BigDecimal("100.00"))).isEqualTo("100");
        assertThat(XPathNumbers.shown(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(XPathNumbers.shown(119.25)).isEqualTo("119.25");
        assertThat(XPathNumbers.shown(Double.NaN)).isEqualTo("NaN");
        assertThat(XPathNumbers.shown((BigDecimal) null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'',0", "' a  b ',3", "abc,3", "'\t\n',0", "'１　',2"})
    void shouldCountCharactersAsNormalised(String text, int length) {
        assertThat(Cii.normalizedLength(text)).isEqualTo(length);
    }
}
