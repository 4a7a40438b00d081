package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.invoice.domain.rules.InvoiceRule;
import org.tegata.invoice.xml.InvoiceXml;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** Golden files: the file name is the expected rule; adding a case is adding a file. */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/xml");
    private static final CheckInvoice CHECK = new CheckInvoice(new InvoiceXml());

    static List<Path> valid() throws IOException {
        return files("valid");
    }

    static List<Path> invalid() throws IOException {
        return files("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldBeValidWithExactlyTheWarningOfItsName(Path file) throws IOException {
        var report = CHECK.check(Files.readAllBytes(file)).report();

        assertThat(report.valid()).as("%s", report.findings()).isTrue();
        assertThat(ruleIds(report.findings())).isEqualTo(expected(file));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldBeInvalidByTheRuleOfItsNameAlone(Path file) throws IOException {
        var report = CHECK.check(Files.readAllBytes(file)).report();
        var errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();

        assertThat(report.valid()).isFalse();
        assertThat(ruleIds(errors)).containsAll(expected(file));
        if (expected(file).iterator().next().startsWith("TGT-")) {
            assertThat(ruleIds(report.findings())).isEqualTo(expected(file));
        }
        assertThat(errors).allSatisfy(finding -> {
            assertThat(finding.location()).startsWith("/");
            assertThat(finding.message()).isNotBlank();
        });
    }

    @Test
    void shouldHaveAGoldenFileForEachOfOurRules() throws IOException {
        Set<String> covered = Stream.concat(valid().stream(), invalid().stream())
                .flatMap(file -> expected(file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var ours = Arrays.stream(InvoiceRule.values()).map(InvoiceRule::id).toList();

        assertThat(covered).containsAll(ours);
        assertThat(ours).doesNotHaveDuplicates();
    }

    private static Set<String> expected(Path file) {
        var name = file.getFileName().toString();
        int end = name.indexOf("__");
        return end < 0 ? Set.of() : Set.of(name.substring(0, end));
    }

    private static Set<String> ruleIds(List<Finding> findings) {
        return findings.stream().map(Finding::ruleId).collect(Collectors.toSet());
    }

    private static List<Path> files(String kind) throws IOException {
        try (var files = Files.list(FOLDER.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
