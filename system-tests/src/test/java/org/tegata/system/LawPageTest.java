package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** docs/reference/law.md: each rule of the law names the tests that show it, and those tests exist. */
class LawPageTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:#([a-z][A-Za-z0-9]+))?`");
    private static final Pattern ARTICLE = Pattern.compile("MLETR ([0-9]+)");
    private static final String NOT_SHOWN = "not shown by a test";

    @Test
    void shouldNameTestsThatExist() {
        var named = rows().stream().flatMap(row -> tests(row).stream()).toList();
        assertThat(named).as("tests that docs/reference/law.md names").hasSizeGreaterThan(20);
        assertThat(named.stream().filter(test -> !exists(test)).map(MatchResult::group))
                .as("tests that docs/reference/law.md names and the code does not have")
                .isEmpty();
    }

    @Test
    void shouldNotTakeATestForAnother() {
        assertThat(exists(found("`DocsTest#shouldIndexEachDecision`"))).isTrue();
        assertThat(exists(found("`DocsTest#shouldKeepMethodsShort`"))).isFalse();
        assertThat(exists(found("`Workspace#read`"))).as("not a test").isFalse();
    }

    @Test
    void shouldShowOrSayThatItDoesNot() {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(!tests(row).isEmpty() || row.contains(NOT_SHOWN))
                        .as(row)
                        .isTrue());
    }

    @Test
    void shouldCoverTheModelLaw() {
        var articles = new ArrayList<Integer>();
        rows().forEach(row ->
                ARTICLE.matcher(row).results().forEach(found -> articles.add(Integer.parseInt(found.group(1)))));
        assertThat(articles).containsAll(IntStream.rangeClosed(8, 19).boxed().toList());
    }

    /** The rows of the table of rules, without its head. */
    private static List<String> rows() {
        String page = Workspace.read(Workspace.at("docs/reference/law.md"));
        return page.substring(page.indexOf("## The rules"), page.indexOf("## What is not covered"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Rule "))
                .toList();
    }

    private static List<MatchResult> tests(String row) {
        String shown = row.substring(row.lastIndexOf('|', row.length() - 2));
        return TEST.matcher(shown).results().toList();
    }

    private static MatchResult found(String test) {
        return TEST.matcher(test).results().findFirst().orElseThrow();
    }

    private static boolean exists(MatchResult test) {
        return JavaSource.all().stream()
                .filter(source -> source.isTest() && source.name().matches(".*(?:Test|IT|Contract)\\.java"))
                .filter(source ->
                        source.types().stream().anyMatch(type -> type.name().equals(test.group(1))))
                .anyMatch(source -> test.group(2) == null
                        || source.methods().stream()
                                .anyMatch(method -> method.name().equals(test.group(2))));
    }
}
