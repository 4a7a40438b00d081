package org.tegata.rules.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.oracle.Edition;
import org.tegata.rules.oracle.XsltOracle;

/** Every rule has a document that breaks it and one that very nearly does, and both judges see it so. */
class DirectedMutantsTest {

    private static final String EN = "/differential/directed.txt";
    private static final String XRECHNUNG = "/differential/directed-xrechnung.txt";

    @Test
    void shouldFireEachRuleOfTheNewestEuropeanEdition() {
        var comparison = new Comparison();
        run(comparison, Edition.EN_1_3_16, EN);
        SystematicMutants.of("rich").parallelStream().forEach(mutant -> {
            var made = mutant.get();
            comparison.compare(Edition.EN_1_3_16, made.story(), made.xml());
        });

        assertThat(comparison.differences()).as(comparison.summary()).isEmpty();
        assertThat(neverFired(comparison, Edition.EN_1_3_16))
                .as("rules that nothing fires; see never-fired.txt for those that nothing can fire")
                .isEqualTo(new TreeSet<>(
                        DirectedMutants.reasons("/differential/never-fired.txt").keySet()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Edition.class,
            names = {"EN_1_3_13", "EN_1_3_14", "EN_1_3_15"})
    void shouldAgreeOnOlderEditions(Edition edition) {
        var comparison = new Comparison();
        DirectedMutants.of(EN).forEach(one -> {
            comparison.compare(edition, one.fires().story(), one.fires().xml());
            comparison.compare(edition, one.quiet().story(), one.quiet().xml());
        });

        assertThat(comparison.differences()).as(comparison.summary()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Edition.class,
            names = {"XRECHNUNG_3_0_2", "XRECHNUNG_EXTENSION_3_0_2"})
    void shouldFireEachRuleOfXrechnung(Edition edition) {
        var comparison = new Comparison();
        run(comparison, edition, XRECHNUNG);

        assertThat(comparison.differences()).as(comparison.summary()).isEmpty();
        var european = ids(XsltOracle.rulesOf(Edition.EN_1_3_15));
        assertThat(neverFired(comparison, edition).stream().filter(rule -> !european.contains(rule)))
                .as("rules that nothing fires")
                .isEmpty();
    }

    private static void run(Comparison comparison, Edition edition, String table) {
        for (var one : DirectedMutants.of(table)) {
            var fired =
                    comparison.compare(edition, one.fires().story(), one.fires().xml());
            assertThat(fired.fires(one.rule()))
                    .as(
                            "%s is fired by %s, which fires %s",
                            one.rule(), one.fires().story(), fired)
                    .isTrue();
            var quiet =
                    comparison.compare(edition, one.quiet().story(), one.quiet().xml());
            assertThat(quiet.isJudged() && !quiet.fires(one.rule()))
                    .as(
                            "%s is not fired by %s, which fires %s",
                            one.rule(), one.quiet().story(), quiet)
                    .isTrue();
        }
    }

    private static TreeSet<String> neverFired(Comparison comparison, Edition edition) {
        var never = ids(XsltOracle.rulesOf(edition));
        never.removeAll(ids(comparison.fired().keySet()));
        return never;
    }

    private static TreeSet<String> ids(Iterable<String> rules) {
        return java.util.stream.StreamSupport.stream(rules.spliterator(), false)
                .map(rule -> rule.substring(0, rule.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
