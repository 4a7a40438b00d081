package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;

class En16931BookTest {

    /** The ids of the business rules of 1.3.16. */
    private static final String[] RANGES = {
        "BR-%02d 1-33 36-38 41-57 61-65",
        "BR-CO-%02d 3-24 26",
        "BR-DEC-%02d 1-2 5-6 9-20 23-25 27-28",
        "BR-S-%02d 1-10",
        "BR-Z-%02d 1-10",
        "BR-E-%02d 1-10",
        "BR-AE-%02d 1-10",
        "BR-IC-%02d 1-12",
        "BR-G-%02d 1-10",
        "BR-O-%02d 1-14",
        "BR-AF-%02d 1-10",
        "BR-AG-%02d 1-10",
        "BR-B-%02d 1-2",
    };

    @ParameterizedTest
    @EnumSource(En16931Version.class)
    void shouldHaveEveryBusinessRuleOnce(En16931Version version) {
        var ids = businessRules(version).contexts().stream()
                .flatMap(context -> context.rules().stream())
                .map(Rule::id)
                .toList();

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected(version));
    }

    @Test
    void shouldHaveAsManyBusinessRulesAsArePublished() {
        assertThat(expected(En16931Version.V1_3_13)).hasSize(203);
        assertThat(expected(En16931Version.V1_3_14)).hasSize(203);
        assertThat(expected(En16931Version.V1_3_15)).hasSize(201);
        assertThat(expected(En16931Version.V1_3_16)).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(En16931Version.class)
    void shouldSayInBothLanguagesWhatIsWrongAndHowToMendIt(En16931Version version) {
        assertThat(businessRules(version).contexts().stream().flatMap(context -> context.rules().stream()))
                .allSatisfy(rule -> {
                    var hint = rule.hint();
                    assertThat(hint).as(rule.id()).isNotNull();
                    assertThat(Arrays.asList(rule.message().en(), rule.message().ja(), hint.en(), hint.ja()))
                            .as(rule.id())
                            .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(300));
                    assertThat(rule.message().en()).as(rule.id()).endsWith(".");
                    assertThat(rule.message().ja()).as(rule.id()).endsWith("。");
                });
    }

    @ParameterizedTest
    @EnumSource(En16931Version.class)
    void shouldAskEveryBusinessRuleSomehowAndAsAnError(En16931Version version) {
        assertThat(businessRules(version).contexts().stream().flatMap(context -> context.rules().stream()))
                .allSatisfy(rule -> {
                    assertThat(rule.severity()).as(rule.id()).isEqualTo(Severity.ERROR);
                    assertThat(rule.local() != null || rule.document() != null || rule.both() != null)
                            .as(rule.id())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource(En16931Version.class)
    void shouldHaveThreePatterns(En16931Version version) {
        var book = En16931Book.of(version);

        assertThat(book.patterns()).hasSize(3);
        assertThat(book.version()).isEqualTo(version.number());
    }

    private static Pattern<Totals> businessRules(En16931Version version) {
        return En16931Book.of(version).patterns().get(0);
    }

    private static Set<String> expected(En16931Version version) {
        var ids = new TreeSet<String>();
        for (String range : RANGES) {
            var parts = range.split(" ");
            for (String numbers : Arrays.copyOfRange(parts, 1, parts.length)) {
                var ends =
                        Arrays.stream(numbers.split("-")).map(Integer::valueOf).toList();
                for (int number = ends.get(0); number <= ends.get(ends.size() - 1); number++) {
                    ids.add(parts[0].formatted(number));
                }
            }
        }
        if (!version.since(En16931Version.V1_3_15)) {
            ids.addAll(Set.of("BR-66", "BR-CO-27"));
        }
        if (!version.since(En16931Version.V1_3_16)) {
            ids.add("BR-CO-25");
        }
        return ids;
    }
}
