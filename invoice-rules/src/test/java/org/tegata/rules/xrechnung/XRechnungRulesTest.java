package org.tegata.rules.xrechnung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Finding;
import org.tegata.rules.rule.Rule;

class XRechnungRulesTest {

    private static final String RULE_SET = "xrechnung";

    static Stream<Story> stories() {
        return Stream.concat(XRechnungStories.all(), ExtensionStories.all());
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
                        XRechnungBook.v3_0_2().rules().map(Rule::id).toList());
    }

    @Test
    void shouldHaveNothingAgainstTheExample() {
        var example = Draft.example("xrechnung");

        assertThat(example.verdict(RULE_SET).findings()).isEmpty();
        assertThat(example.verdict(null).ruleSet()).isEqualTo(RULE_SET);
    }

    @Test
    void shouldShowWhatStandsThereAndWhatWouldBeRight() {
        var findings = Draft.example("xrechnung")
                .with("3363.00", "3263.00")
                .verdict(RULE_SET)
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.ruleId().equals("PEPPOL-EN16931-R120"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.actual()).isEqualTo("3263.00");
                    assertThat(finding.expected()).isEqualTo("3363.00");
                    assertThat(finding.location()).contains("IncludedSupplyChainTradeLineItem[1]");
                });
    }

    @Test
    void shouldTellSubLinesOnlyWhereTheyAre() {
        var twoLines = Draft.example("xrechnung")
                .with(XRechnungBook.CIUS, XRechnungBook.EXTENSION)
                .after("<ram:LineID>2</ram:LineID>", "<ram:ParentLineID>1</ram:ParentLineID>");

        assertThat(twoLines.verdict(null).ruleSet()).isEqualTo("xrechnung-extension");
        assertThat(twoLines.verdict(null).findings())
                .filteredOn(finding -> finding.ruleId().equals("BR-DEX-15"))
                .extracting(Finding::location)
                .singleElement()
                .asString()
                .contains("IncludedSupplyChainTradeLineItem[2]");
    }
}
