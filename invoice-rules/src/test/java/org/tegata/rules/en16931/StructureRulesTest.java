package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.problem.Severity;
import org.tegata.rules.en16931.StructureTable.Kind;
import org.tegata.rules.en16931.StructureTable.Place;
import org.tegata.rules.en16931.StructureTable.Row;
import org.tegata.rules.rule.ContextPath;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.ElementType;
import org.tegata.rules.schema.Particle;
import org.tegata.rules.schema.Release;
import org.tegata.rules.schema.SchemaTables;

/** The table of structure rules: complete for each release, about things that exist, and worded. */
class StructureRulesTest {

    @ParameterizedTest
    @CsvSource({"V1_3_13, 551, 86", "V1_3_14, 551, 86", "V1_3_15, 555, 87", "V1_3_16, 583, 112"})
    void shouldHaveAsManyRulesAsTheRelease(En16931Version version, int rules, int errors) {
        assertThat(rules(version)).hasSize(rules);
        assertThat(rules(version).stream().filter(rule -> rule.severity() == Severity.ERROR))
                .hasSize(errors);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveEachIdOnce(En16931Version version) {
        assertThat(rules(version).stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayEveryRuleInBothLanguages(En16931Version version) {
        assertThat(rules(version)).allSatisfy(rule -> {
            assertThat(rule.message().en()).as(rule.id()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(rule.message().ja()).as(rule.id()).endsWith("。").hasSizeGreaterThan(8);
        });
        assertThat(rules(version).stream().filter(rule -> rule.hint() == null).map(Rule::id))
                .as("without a hint")
                .isEmpty();
    }

    @Test
    void shouldTellWarningsAndErrorsApart() {
        assertThat(rule("CII-SR-049").message().en())
                .isEqualTo(
                        "Trade name (ram:TradeName) in the item of an invoice line (BG-31) is not part of the EN 16931"
                                + " core invoice; receivers may ignore it.");
        assertThat(rule("CII-DT-101").message().en())
                .isEqualTo("The attribute @schemeName of an identifier is not allowed by EN 16931.");
        assertThat(rule("CII-DT-101").message().ja()).isEqualTo("識別子の属性@schemeNameはEN 16931では使えません。");
    }

    @Test
    void shouldReadEveryRowOfTheTable() {
        assertThat(StructureTable.places())
                .hasSize(31)
                .allSatisfy(place -> assertThat(place.rows()).isNotEmpty());
        assertThat(rows().filter(row -> row.kind() == Kind.CHECK)).hasSize(26);
        assertThat(rows().filter(row -> row.kind() == Kind.ABSENT).map(Row::path))
                .allSatisfy(path -> assertThat(path).matches("(ram:\\w+/)*(ram:\\w+|udt:\\w+|@\\w+)"));
    }

    @Test
    void shouldKeepTheNamesSortedAndComplete() {
        var names = StructureTable.read("element-names.tsv");
        assertThat(names).allSatisfy(cells -> assertThat(cells).hasSize(3));
        assertThat(names.stream().map(cells -> cells[0])).isSorted().doesNotHaveDuplicates();
    }

    /** What D16B itself has no room for: these rules are the standard's, but no valid document can break them. */
    @Test
    void shouldSpeakOfWhatTheSchemaKnowsExceptWhereTheStandardItselfDoesNot() {
        var unknown = new TreeSet<String>();
        for (var place : StructureTable.places()) {
            var types = typesOf(place);
            assertThat(types).as(place.path()).isNotEmpty();
            place.rows().stream()
                    .filter(row ->
                            row.kind() == Kind.ABSENT && types.stream().noneMatch(type -> reaches(type, row.path())))
                    .forEach(row -> unknown.add(row.id()));
        }
        assertThat(unknown)
                .containsExactlyInAnyOrder(
                        "CII-SR-036", "CII-SR-037", "CII-SR-038", "CII-SR-438", "CII-DT-013", "CII-DT-014");
    }

    private static final SchemaTables SCHEMA = SchemaTables.of(Release.D16B);

    private static List<ElementType> typesOf(Place place) {
        var found = new ArrayList<ElementType>();
        for (var alternative : ContextPath.of(place.path()).alternatives()) {
            if (alternative.anywhere()) {
                // One step is all that the last step has to match here: no place is named by more than two.
                var last = alternative.steps().get(alternative.steps().size() - 1);
                SCHEMA.types().stream()
                        .flatMap(type -> type.particles().stream())
                        .filter(particle -> last.matches(particle.name()))
                        .forEach(particle -> found.add(SCHEMA.types().get(particle.type())));
            } else {
                var type = SCHEMA.types().get(SCHEMA.rootType());
                for (var step :
                        alternative.steps().subList(1, alternative.steps().size())) {
                    type = child(type, String.valueOf(step.name()));
                }
                found.add(type);
            }
        }
        return found;
    }

    private static boolean reaches(ElementType from, String path) {
        var type = from;
        for (String step : path.split("/")) {
            if (step.startsWith("@")) {
                String attribute = step.substring(1);
                return type.attributes().stream().anyMatch(use -> use.name().equals(attribute));
            }
            if (type.particles().stream()
                    .noneMatch(particle -> particle.name().toString().equals(step))) {
                return false;
            }
            type = child(type, step);
        }
        return true;
    }

    private static ElementType child(ElementType type, String name) {
        int child = type.particles().stream()
                .filter(particle -> particle.name().toString().equals(name))
                .mapToInt(Particle::type)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + type.name()));
        return SCHEMA.types().get(child);
    }

    private static Stream<Row> rows() {
        return StructureTable.places().stream().flatMap(place -> place.rows().stream());
    }

    private static Rule<StructureNotes> rule(String id) {
        return rules(En16931Version.newest()).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rule<StructureNotes>> rules(En16931Version version) {
        RuleBook<StructureNotes> book = new RuleBook<>("structure", version.number(), StructureNotes::new);
        StructureRules.addTo(book, version, notes -> notes);
        return book.rules().toList();
    }
}
