package org.tegata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;

/** docs/reference/rules: one page a rule set, made of the rules themselves; stale pages fail. */
class RuleCatalogueTest {

    private static final Path PAGES = Path.of("../docs/reference/rules");

    static Set<String> ids() {
        return RuleSets.all().stream().map(RuleSet::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldHaveAFreshPage(String id) throws IOException {
        Path file = PAGES.resolve(id + ".md");
        String page = page(id);
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }

        assertThat(file).as("run this test with -Dtegata.update-snapshots=true").exists();
        assertThat(Files.readString(file))
                .as("stale: run with -Dtegata.update-snapshots=true")
                .isEqualTo(page);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldSayEachRuleInBothLanguages(String id) {
        for (RuleSet set : versions(id)) {
            set.books().stream().flatMap(RuleBook::rules).forEach(rule -> {
                assertThat(rule.message().en()).as(rule.id()).isNotBlank();
                assertThat(rule.message().ja())
                        .as(rule.id())
                        .isNotBlank()
                        .containsPattern("[\\p{IsHiragana}\\p{IsHan}]");
                assertThat(rule.hint()).as(rule.id()).isNotNull();
            });
        }
    }

    private static List<RuleSet> versions(String id) {
        return RuleSets.all().stream().filter(set -> set.id().equals(id)).toList();
    }

    /** One row: a rule at its context, and the versions that have it so. */
    private record Row(String id, Severity severity, String context, String en, String ja, String hint) {}

    private static String page(String id) {
        var sets = versions(id);
        var newest = sets.get(0);
        var page = new StringBuilder("# Rules of `%s`\n\n".formatted(id));
        page.append("%s. Publisher: %s.\n".formatted(newest.description(), newest.publisher()));
        page.append("Versions here: %s.\nReleases of the schema, tried in this order: %s.\n"
                .formatted(
                        sets.stream().map(RuleCatalogueTest::version).collect(Collectors.joining(", ")),
                        newest.releases().stream().map(Enum::name).collect(Collectors.joining(", "))));
        if (!newest.guidelines().isEmpty()) {
            page.append("Chosen by a guideline (BT-24) that begins with %s.\n"
                    .formatted(newest.guidelines().stream().collect(Collectors.joining("`,\n`", "`", "`"))));
        }
        if (id.startsWith("xrechnung")) {
            page.append("Where verdicts differ from the official artefact, and why: [differences](differences.md).\n");
        }
        page.append("Made by `RuleCatalogueTest` from the rules themselves; the words are ours.\n");
        for (int book = 0; book < newest.books().size(); book++) {
            var named = newest.books().get(book);
            if (!named.id().equals(id) && ids().contains(named.id())) {
                appendLink(page, named);
            } else {
                appendBook(page, sets, book);
            }
        }
        return page.toString();
    }

    private static String version(RuleSet set) {
        return set.from() == null ? set.version() : set.version() + " (since " + set.from() + ")";
    }

    private static <T> void appendLink(StringBuilder page, RuleBook<T> book) {
        page.append("\n## %s %s\n\nThe rules of [%s](%s.md)%s\n"
                .formatted(
                        book.id(),
                        book.version(),
                        book.id(),
                        book.id(),
                        book.rules().anyMatch(rule -> book.severity(rule) != rule.severity())
                                ? ", some told with another severity:\n"
                                : "."));
        book.rules()
                .filter(rule -> book.severity(rule) != rule.severity())
                .forEach(rule -> page.append("- %s: %s\n".formatted(rule.id(), book.severity(rule))));
    }

    private static void appendBook(StringBuilder page, List<RuleSet> sets, int book) {
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        for (RuleSet set : sets) {
            for (Row row : rows(set.books().get(book))) {
                rows.computeIfAbsent(row, first -> new ArrayList<>()).add(set.version());
            }
        }
        var named = sets.get(0).books().get(book);
        page.append("\n## %s %s: %d rules\n\n"
                .formatted(
                        named.id(),
                        named.version(),
                        named.rules().map(Rule::id).distinct().count()));
        page.append("| Rule | Severity | Where | What is wrong | 日本語 | To mend it |\n|---|---|---|---|---|---|\n");
        rows.forEach((row, versions) -> page.append("| %s%s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.id(),
                        versions.size() == sets.size() ? "" : " (only " + String.join(", ", versions) + ")",
                        row.severity(),
                        "`" + shortened(row.context()) + "`",
                        cell(row.en()),
                        cell(row.ja()),
                        cell(row.hint()))));
    }

    private static <T> List<Row> rows(RuleBook<T> book) {
        var rows = new ArrayList<Row>();
        for (var pattern : book.patterns()) {
            for (Context<T> context : pattern.contexts()) {
                context.rules().forEach(rule -> rows.add(row(book, context, rule)));
                context.absences().forEach(absence -> rows.add(row(book, context, absence.rule())));
            }
        }
        return rows;
    }

    private static <T> Row row(RuleBook<T> book, Context<T> context, Rule<T> rule) {
        var hint = rule.hint();
        return new Row(
                rule.id(),
                book.severity(rule),
                context.path().toString(),
                rule.message().en(),
                rule.message().ja(),
                hint == null ? "" : hint.en());
    }

    private static String shortened(String context) {
        return context.replace("/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/", "…/")
                .replace("ram:", "")
                .replace("rsm:", "")
                .replace("|", "\\|");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
