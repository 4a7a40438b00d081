package org.tegata.rules.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Severity;

/** Each file is one small edit of {@code clean.xml}, and fires the rule of its name and no other. */
class ExportBookTest {

    private static final String RULE_SET = "export-invoice";

    static List<Path> valid() {
        return GoldenFiles.in("export/valid");
    }

    static List<Path> invalid() {
        return GoldenFiles.in("export/invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldBeValidWithExactlyTheFindingOfItsName(Path file) {
        var verdict = GoldenFiles.judge(file, RULE_SET);

        assertThat(verdict.valid()).as("%s", verdict.findings()).isTrue();
        assertThat(verdict.counts().keySet()).isEqualTo(GoldenFiles.expected(file));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldBeInvalidByTheRuleOfItsNameAlone(Path file) {
        var verdict = GoldenFiles.judge(file, RULE_SET);

        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.counts().keySet()).isEqualTo(GoldenFiles.expected(file));
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.location()).startsWith("/rsm:CrossIndustryInvoice");
            assertThat(finding.messageJa()).isNotBlank();
            assertThat(finding.fixHint()).isNotBlank();
        });
    }

    @Test
    void shouldHaveAFileForEachRule() {
        assertThat(GoldenFiles.uncovered(ExportBook.create(), Stream.concat(valid().stream(), invalid().stream())))
                .isEmpty();
    }

    @Test
    void shouldSayWhatTheLineComesTo() {
        var file = Path.of("src/test/resources/export/invalid/TGT-EXP-08__base-quantity-forgotten.xml");

        assertThat(GoldenFiles.judge(file, RULE_SET).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.actual()).isEqualTo("3744.00");
            assertThat(finding.expected()).isEqualTo("44928.00");
            assertThat(finding.location()).endsWith("/ram:IncludedSupplyChainTradeLineItem[2]");
        });
    }

    @Test
    void shouldFindNothingInTheExampleOfTheDemo() {
        var verdict = GoldenFiles.judge(Path.of("../examples/trade/export-invoice.xml"), RULE_SET);

        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void shouldBeChosenByItsGuideline() {
        assertThat(GoldenFiles.judge(Path.of("src/test/resources/export/valid/clean.xml"), null)
                        .ruleSet())
                .isEqualTo(RULE_SET);
    }
}
