package org.tegata.rules.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.rules.Verdict;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;

/** What the service needs to keep an invoice, whatever rule set judges it otherwise. */
class RecordBookTest {

    private static final RuleBook<RecordNotes> RECORD = RecordBook.create();
    private static final RuleBook<ExportNotes> EXPORT = ExportBook.create();

    static List<Path> valid() {
        return GoldenFiles.in("export/record/valid");
    }

    static List<Path> invalid() {
        return GoldenFiles.in("export/record/invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldKeepIt(Path file) {
        assertThat(fired(GoldenFiles.judge(file, "uncefact-cii", RECORD), RECORD))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldWarnByTheRuleOfItsName(Path file) {
        assertThat(fired(GoldenFiles.judge(file, "uncefact-cii", EXPORT), EXPORT).stream()
                        .filter(id -> id.startsWith("TGT-INV-"))
                        .collect(Collectors.toSet()))
                .isEqualTo(GoldenFiles.expected(file));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldNotKeepItByTheRuleOfItsNameAlone(Path file) {
        var verdict = GoldenFiles.judge(file, "uncefact-cii", RECORD);

        assertThat(verdict.valid()).isFalse();
        assertThat(fired(verdict, RECORD)).isEqualTo(GoldenFiles.expected(file));
    }

    @Test
    void shouldHaveAFileForEachRule() {
        assertThat(GoldenFiles.uncovered(RECORD, invalid().stream())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5493001KJTIIGC8Y1R12,true",
        "TGTASHIPPER000000139,true",
        "TGTASHIPPER000000138,false",
        "tgtashipper000000139,false",
        "TGTASHIPPER00000013,false"
    })
    void shouldCheckTheDigitsOfALei(String code, boolean lei) {
        assertThat(Lei.isLei(code)).isEqualTo(lei);
    }

    private static Set<String> fired(Verdict verdict, RuleBook<?> book) {
        var ids = book.rules().map(Rule::id).collect(Collectors.toSet());
        return verdict.counts().keySet().stream().filter(ids::contains).collect(Collectors.toSet());
    }
}
