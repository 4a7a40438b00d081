package org.tegata.lc.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.lc.TestFiles;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** The file name is the expected rule: adding a case is adding a file. */
class Mt700CheckTest {

    static Stream<Path> invalid() {
        return TestFiles.in("mt700/invalid").stream();
    }

    static Stream<Path> valid() {
        return TestFiles.in("mt700/valid").stream();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldFindTheFaultThatTheFileIsNamedBy(Path file) {
        String expected = file.getFileName().toString().replaceAll("__.*", "");

        var report = Mt700Check.check(TestFiles.read(file));

        assertThat(report.valid()).isFalse();
        var errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::ruleId)
                .collect(Collectors.toSet());
        assertThat(errors).as("only the planted fault: %s", report.findings()).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldPassARealisticCredit(Path file) {
        assertThat(Mt700Check.check(TestFiles.read(file)).findings()).isEmpty();
    }

    @Test
    void shouldFindEveryFaultNotOnlyTheFirst() {
        String text = new String(TestFiles.sampleCredit(), StandardCharsets.US_ASCII)
                .replace(":49:CONFIRM", ":49:PERHAPS")
                .replace("EUR250000,00", "USD125000.50")
                .replace(":31C:261102", ":31C:261131");

        var report = Mt700Check.check(text.getBytes(StandardCharsets.US_ASCII));

        assertThat(report.findings()).extracting(Finding::ruleId).contains("T67", "T43", "T50");
        assertThat(report.findings()).extracting(Finding::location).contains(":49:", ":32B:", ":31C:");
    }

    @Test
    void shouldOnlyWarnWhenTheConfirmingBankIsNotNamed() {
        String text =
                new String(TestFiles.sampleCredit(), StandardCharsets.US_ASCII).replace(":58A:MNTOJPJTXXX\r\n", "");

        var report = Mt700Check.check(text.getBytes(StandardCharsets.US_ASCII));

        assertThat(report.valid()).isTrue();
        assertThat(report.findings()).extracting(Finding::ruleId).containsExactly("TGT-LC-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{3:%s}{4:", "{1:F01}{3:%s", "{4:\n%s", "{4:\n:20:%s\n-}", "{4:\n:45A:%s\n-}{5:%s}"})
    void shouldAnswerQuicklyWhateverIsRepeated(String shape) {
        for (String piece : new String[] {"{}", "\n-}", ":20:\n", "A", "\n:45A:+\n", "{4:"}) {
            String text = shape.replace("%s", piece.repeat(9_000 / piece.length() / 2));

            var report = assertTimeoutPreemptively(
                    Duration.ofSeconds(2), () -> Mt700Check.check(text.getBytes(StandardCharsets.US_ASCII)));

            assertThat(report.valid()).isFalse();
        }
    }
}
