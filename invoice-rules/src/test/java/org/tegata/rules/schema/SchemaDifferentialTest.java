package org.tegata.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.engine.Engine;

@DisplayName("A document, judged by the tables and by the JDK's validator with the original XSD,")
class SchemaDifferentialTest {

    private static final long SEED = Long.getLong("tegata.seed", 20_261_121L);
    private static final int RANDOM_DOCUMENTS = Integer.getInteger("tegata.documents", 1_000);

    private static final Map<Release, Engine> ENGINES = new EnumMap<>(Map.of(
            Release.D16B, new Engine(Release.D16B, List.of()), Release.D22B, new Engine(Release.D22B, List.of())));

    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int invalid;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName(
            "is valid or invalid for both: every type with the least and the most, every child missing, again, moved")
    void everyChild(Release release) throws IOException {
        var documents = new Documents(release);
        for (int number = 0; number < documents.tables().types().size(); number++) {
            compare(release, documents.smallest(number).document());
            var placed = documents.smallest(number);
            Tree largest = documents.largestElement(placed.element().name, number);
            placed.element().children.clear();
            placed.element().children.addAll(largest.children);
            placed.element().attributes.putAll(largest.attributes);
            assertThat(Official.faults(release, placed.document())).isEmpty();
            compare(release, placed.document());
            var children = placed.element().children;
            for (int i = 0; i < children.size(); i++) {
                Tree child = children.remove(i);
                compare(release, placed.document());
                children.add(0, child);
                compare(release, placed.document());
                children.remove(0);
                children.add(child);
                compare(release, placed.document());
                children.remove(children.size() - 1);
                children.add(i, child);
                children.add(i, child.copy());
                compare(release, placed.document());
                children.set(i, new Tree(Tree.STRANGER));
                compare(release, placed.document());
                children.remove(i);
            }
            placed.element().text = " x ";
            compare(release, placed.document());
            placed.element().text = " \n ";
            compare(release, placed.document());
        }
        report(release);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName("is valid or invalid for both: random documents with random changes")
    void random(Release release) throws IOException {
        var random = new Random(SEED);
        var documents = new Documents(release);
        for (int i = 0; i < RANDOM_DOCUMENTS; i++) {
            var tables = documents.tables();
            Tree document = documents.random(tables.rootName().toString(), tables.rootType(), random, 0);
            compare(release, document);
            for (int change = 0; change < 4; change++) {
                change(document, documents, random);
                compare(release, document);
            }
        }
        report(release);
    }

    private static void change(Tree document, Documents documents, Random random) {
        var all = document.all();
        Tree element = all.get(random.nextInt(all.size()));
        var types = documents.tables().types();
        ElementType type = types.get(random.nextInt(types.size()));
        switch (random.nextInt(9)) {
            case 0 -> element.children.remove(element.children.isEmpty() ? null : element.children.get(0));
            case 1 -> Collections.shuffle(element.children, random);
            case 2 ->
                element.children.addAll(
                        element.children.stream().limit(1).map(Tree::copy).toList());
            case 3 -> element.name = all.get(random.nextInt(all.size())).name;
            case 4 -> element.text = random.nextBoolean() ? " " : "x";
            case 5 ->
                type.attributes().stream()
                        .limit(1 + random.nextInt(9))
                        .forEach(attribute ->
                                element.attributes.put(attribute.name(), LexicalValues.any(attribute.type(), random)));
            case 6 -> {
                if (type.value() != null) {
                    element.text = LexicalValues.any(type.value(), random);
                }
            }
            case 7 -> element.children.clear();
            default ->
                type.particles().stream()
                        .skip(random.nextInt(1 + type.particles().size()))
                        .limit(1)
                        .forEach(particle -> element.children.add(documents.smallestElement(particle)));
        }
    }

    private void compare(Release release, Tree document) throws IOException {
        boolean official;
        try {
            official = Official.fits(release, document);
        } catch (ArrayIndexOutOfBoundsException e) {
            // The JDK fails on letters beyond ASCII just before the padding of base64.
            official = false;
        }
        boolean ours = ENGINES.get(release)
                .judge(new ByteArrayInputStream(document.bytes()), 1)
                .fits();
        compared++;
        invalid += official ? 0 : 1;
        if (official != ours && differences.size() < 20) {
            differences.add((official ? "valid: " : Official.faults(release, document)) + " " + document);
        }
    }

    private void report(Release release) {
        System.out.println(release + ": " + compared + " documents, " + invalid + " of them invalid, seed " + SEED);
        assertThat(differences).isEmpty();
        assertThat(invalid).isBetween(compared / 10, compared * 9 / 10);
    }
}
