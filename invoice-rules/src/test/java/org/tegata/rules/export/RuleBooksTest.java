package org.tegata.rules.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.uncefact.CodeListBook;

/** What holds for every rule of our own. */
class RuleBooksTest {

    static Stream<RuleBook<?>> books() {
        return Stream.of(CodeListBook.create(), RecordBook.create(), ExportBook.create());
    }

    @ParameterizedTest
    @MethodSource("books")
    void shouldSpeakTwoLanguagesAndSayHowToMend(RuleBook<?> book) {
        assertThat(book.rules()).allSatisfy(rule -> {
            var hint = rule.hint();
            assertThat(rule.message().en()).as(rule.id()).endsWith(".").hasSizeLessThan(160);
            assertThat(rule.message().ja()).as(rule.id()).endsWith("。");
            assertThat(hint).as(rule.id()).isNotNull();
            assertThat(hint.en()).as(rule.id()).isNotBlank();
            assertThat(hint.ja()).as(rule.id()).endsWith("。");
        });
    }

    @ParameterizedTest
    @MethodSource("books")
    void shouldHaveOneSeverityForEachId(RuleBook<?> book) {
        Map<String, Severity> known = new HashMap<>();
        book.rules()
                .forEach(rule -> assertThat(known.merge(rule.id(), rule.severity(), (before, now) -> before))
                        .as(rule.id())
                        .isEqualTo(rule.severity()));
        assertThat(known.keySet()).allMatch(id -> id.matches("TGT-(CII|INV|EXP)-[0-9]{2}"));
    }

    @ParameterizedTest
    @MethodSource("books")
    void shouldNotShareIdsWithAnotherBook(RuleBook<?> book) {
        var ids = new HashSet<String>();
        book.rules().map(Rule::id).forEach(ids::add);

        books().filter(other -> !other.id().equals(book.id()))
                .forEach(other -> assertThat(other.rules().map(Rule::id)).doesNotContainAnyElementsOf(ids));
    }
}
