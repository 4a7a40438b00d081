package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.xml.XmlElement;

/** Every rule by a bill that breaks it and nothing else: the file's name is the expected rule. */
class GoldenBillsTest {

    /** What every golden bill is found to break, and where; regenerate with -Dtegata.update-snapshots=true. */
    private static final Path SNAPSHOT = GoldenBills.ROOT.resolve("findings.tsv");

    /** What cannot be broken alone: a law left to a charter party, a receipt for shipment. */
    private static final Set<String> COMES_ALONG = Set.of("TGT-BL-83 TGT-BL-82", "TGT-BL-38 TGT-BL-36");

    static List<Path> valid() {
        return GoldenBills.in("valid");
    }

    static List<Path> warned() {
        return GoldenBills.in("warned");
    }

    static List<Path> invalid() {
        return GoldenBills.in("invalid");
    }

    static List<Path> all() {
        return GoldenBills.all();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldFindNothingInAValidBill(Path file) {
        assertThat(GoldenBills.findings(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("warned")
    void shouldAcceptABillWithItsWarning(Path file) {
        var findings = GoldenBills.findings(file);

        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings)
                .extracting(Finding::ruleId)
                .contains(GoldenBills.rule(file))
                .allMatch(id ->
                        id.equals(GoldenBills.rule(file)) || COMES_ALONG.contains(GoldenBills.rule(file) + " " + id));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldFindTheBrokenRuleAndNoOtherError(Path file) {
        var errors = GoldenBills.findings(file).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();

        if (GoldenBills.rule(file).startsWith("cvc-")) {
            assertThat(errors).extracting(Finding::ruleId).contains(GoldenBills.rule(file));
        } else {
            assertThat(errors).extracting(Finding::ruleId).isNotEmpty().containsOnly(GoldenBills.rule(file));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldTellAnElementOfTheDocumentOrOneThatIsMissingThere(Path file) {
        var paths = new TreeSet<String>();
        collect(GoldenBills.tree(file), paths);

        assertThat(GoldenBills.findings(file)).allSatisfy(finding -> {
            String parent = finding.location().substring(0, finding.location().lastIndexOf('/'));
            assertThat(paths.contains(finding.location()) || paths.contains(parent))
                    .as(finding.location())
                    .isTrue();
        });
    }

    @Test
    void shouldFindExactlyWhatStandsInTheSnapshot() throws IOException {
        String found = "file\trule\tlocation\tactual\texpected\n"
                + GoldenBills.all().stream().flatMap(GoldenBillsTest::rows).collect(Collectors.joining());
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.writeString(SNAPSHOT, found);
        }

        assertThat(found)
                .as("changed: look at it, then run with -Dtegata.update-snapshots=true")
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    private static Stream<String> rows(Path file) {
        return GoldenBills.findings(file).stream()
                .filter(finding -> finding.ruleId().startsWith("TGT-"))
                .map(finding -> String.join(
                        "\t",
                        file.getFileName().toString(),
                        finding.ruleId(),
                        finding.location(),
                        said(finding.actual()),
                        said(finding.expected()) + "\n"));
    }

    private static String said(String text) {
        return text == null ? "-" : text.replaceAll("\\s+", " ");
    }

    @Test
    void shouldHaveAFileForEveryRuleOfTheCatalogue() {
        var errors = ids(Severity.ERROR);
        var warnings = ids(Severity.WARNING);

        assertThat(invalid().stream().map(GoldenBills::rule).filter(id -> !id.startsWith("cvc-")))
                .containsAll(errors)
                .allMatch(errors::contains);
        assertThat(warned().stream().map(GoldenBills::rule))
                .containsAll(warnings)
                .allMatch(warnings::contains);
    }

    private static Set<String> ids(Severity severity) {
        return Catalogue.rules().stream()
                .filter(rule -> rule.severity() == severity)
                .filter(rule -> !TransportDocumentRules.RULES.contains(rule))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(XmlElement element, Set<String> paths) {
        paths.add(element.path());
        element.children().forEach(child -> collect(child, paths));
    }
}
