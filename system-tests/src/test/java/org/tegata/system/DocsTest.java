package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Documents that are still true: generated ones fresh, indexes complete, links and class names that lead somewhere. */
class DocsTest {

    private static final int README_LINES = 100;
    private static final int RECORD_LINES = 60;
    private static final List<String> RECORD_HEADINGS =
            List.of("## Context", "## Decision", "## Rejected alternatives", "## Consequences");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern GLOSSARY_CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    @Test
    void shouldListErrorsAsTheCodeHasThem() {
        Path page = Workspace.at("docs/errors.md");
        String generated = ErrorCatalogue.markdown();
        if (Workspace.updatesSnapshots()) {
            Workspace.write(page, generated);
        }
        assertThat(Workspace.read(page))
                .as("docs/errors.md is stale: run with -Dtegata.update-snapshots=true")
                .isEqualTo(generated);
    }

    @Test
    void shouldGiveEachProblemOneMeaning() {
        assertThat(ErrorCatalogue.owners().entrySet().stream()
                        .filter(problem ->
                                problem.getValue().stream().distinct().count()
                                        != problem.getValue().size())
                        .map(Object::toString))
                .as("slugs used twice in one enum")
                .isEmpty();
        assertThat(ErrorCatalogue.owners().keySet())
                .as("slugs")
                .isNotEmpty()
                .allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void shouldIndexEachDecision() {
        String index = Workspace.read(Workspace.at("docs/adr/README.md"));
        var records = records();
        assertThat(records).as("decision records").hasSizeGreaterThanOrEqualTo(16);
        for (int n = 0; n < records.size(); n++) {
            Path record = records.get(n);
            String file = record.getFileName().toString();
            String text = Workspace.read(record);
            assertThat(file).as("numbers without a gap").startsWith("%04d-".formatted(n + 1));
            assertThat(index).as("docs/adr/README.md").contains("(" + file + ")");
            assertThat(text).as(file).contains(RECORD_HEADINGS).contains("Status: ");
            assertThat(text.lines()).as("lines of %s", file).hasSizeLessThanOrEqualTo(RECORD_LINES);
        }
    }

    @Test
    void shouldHaveAPageForEachService() {
        for (String service : Workspace.SERVICE_ORDER) {
            assertThat(Workspace.at("docs/services/" + service + ".md")).exists();
        }
    }

    @Test
    void shouldHaveASnapshotOfEachApi() {
        for (String service : Workspace.SERVICE_ORDER) {
            assertThat(EventCatalogue.read(Workspace.at("contracts/openapi/" + service + ".json"))
                            .path("paths")
                            .size())
                    .as("paths in contracts/openapi/%s.json", service)
                    .isPositive();
        }
    }

    @Test
    void shouldKeepTheReadmeShort() {
        assertThat(Workspace.read(Workspace.at("README.md")).lines()).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @Test
    void shouldHaveALogOfUnreleasedChanges() {
        assertThat(Workspace.read(Workspace.at("CHANGELOG.md"))).contains("## [Unreleased]");
    }

    @Test
    void shouldOnlyLinkToWhatIsThere() {
        var broken = new ArrayList<String>();
        for (Path page : Workspace.files(".md")) {
            LINK.matcher(Workspace.read(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*"))
                    .filter(target -> !Files.exists(page.resolveSibling(target)))
                    .forEach(target -> broken.add(Workspace.name(page) + ": " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void shouldNameClassesInTheGlossaryThatExist() {
        Set<String> types = JavaSource.all().stream()
                .filter(source -> !source.isTest())
                .flatMap(source -> source.types().stream())
                .map(JavaSource.Type::name)
                .collect(Collectors.toSet());
        var unknown = Workspace.read(Workspace.at("docs/glossary.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(column -> GLOSSARY_CLASS.matcher(column).results().map(found -> found.group(1)))
                .filter(name -> !types.contains(name))
                .toList();
        assertThat(unknown)
                .as("classes that docs/glossary.md names and the code does not have")
                .isEmpty();
    }

    @Test
    void shouldGiveEachTermOneMeaning() {
        var terms = Workspace.read(Workspace.at("docs/glossary.md"))
                .lines()
                .filter(line -> line.startsWith("| **"))
                .map(line -> line.substring(4, line.indexOf("**", 4)))
                .toList();
        assertThat(terms).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private static List<Path> records() {
        return Workspace.files(".md").stream()
                .filter(file -> Workspace.name(file).matches("docs/adr/\\d{4}-.*"))
                .toList();
    }
}
