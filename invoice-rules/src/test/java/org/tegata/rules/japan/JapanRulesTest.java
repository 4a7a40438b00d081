package org.tegata.rules.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.xrechnung.Story;

class JapanRulesTest {

    private static final String RULE_SET = "jp-qualified-invoice";

    static Stream<Story> stories() {
        return JapanStories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void shouldTellWhatBreaksARuleAndNotWhatNearlyDoes(Story story) {
        assertThat(story.broken().broken(RULE_SET)).containsKey(story.rule());
        assertThat(story.kept().broken(RULE_SET)).doesNotContainKey(story.rule());
    }

    @Test
    void shouldHaveAStoryForEveryRule() {
        assertThat(stories().map(Story::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        JapanBook.create().rules().map(Rule::id).toList());
    }

    @Test
    void shouldHaveNothingAgainstTheExampleNorAgainstItsReturn() {
        assertThat(JapanStories.INVOICE.verdict(RULE_SET).findings()).isEmpty();
        assertThat(JapanStories.INVOICE.verdict(null).ruleSet()).isEqualTo(RULE_SET);
        assertThat(JapanStories.RETURN.verdict(RULE_SET).findings()).isEmpty();
    }

    @Test
    void shouldHaveNothingAgainstTheExampleByTheEuropeanRulesEither() {
        assertThat(JapanStories.INVOICE.verdict("en16931").findings()).isEmpty();
    }

    /** Three lines of 108 yen at 8 %, each rounded down, are 24; but the tax on their sum is 25.92. */
    @ParameterizedTest
    @CsvSource({
        "24, 324, 8, false", "27, 324, 8, false",
        "-24, -324, 8, false", "101, 1000, 10, false",
        "90, 1001, 10, true"
    })
    void shouldRefuseWhatIsNotRoundedOnce(BigDecimal tax, BigDecimal basis, BigDecimal rate, boolean included) {
        assertThat(TaxRow.roundedOnce(tax, basis, rate, included)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "25, 324, 8, false", "26, 324, 8, false",
        "-25, -324, 8, false", "-26, -324, 8, false",
        "100, 1000, 10, false", "91, 1001, 10, true",
        "0, 1000, 0, false"
    })
    void shouldTakeEachOfTheThreeRoundings(BigDecimal tax, BigDecimal basis, BigDecimal rate, boolean included) {
        assertThat(TaxRow.roundedOnce(tax, basis, rate, included)).isTrue();
    }

    @Test
    void shouldShowBothTaxesThatWouldBeRight() {
        var findings = JapanStories.INVOICE
                .with("<ram:CalculatedAmount>1244<", "<ram:CalculatedAmount>1300<")
                .verdict(RULE_SET)
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.ruleId().equals("TGT-JP-16"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.actual()).isEqualTo("1300");
                    assertThat(finding.expected()).isEqualTo("1244, 1245");
                    assertThat(finding.location()).endsWith("ram:ApplicableTradeTax[2]");
                });
    }
}
