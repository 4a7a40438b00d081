package org.tegata.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tegata.rules.schema.ElementType.AttributeUse;

@DisplayName("The tables of a release")
class SchemaTablesTest {

    /** What the JDK's validator tells of the children that may come next: {@code "uri":local} or {@code uri:local}. */
    private static final Pattern EXPECTED = Pattern.compile("One of '\\{(.*)}' is expected");

    @Test
    @DisplayName("have as many types, children and attributes as a document of it can have")
    void counts() {
        assertThat(sizes(Release.D16B)).containsExactly(166, 958, 222);
        assertThat(sizes(Release.D22B)).containsExactly(185, 1105, 106);
    }

    private static List<Integer> sizes(Release release) {
        var types = SchemaTables.of(release).types();
        return List.of(
                types.size(),
                types.stream().mapToInt(type -> type.particles().size()).sum(),
                types.stream().mapToInt(type -> type.attributes().size()).sum());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName("expect the same children at every point of every type as the JDK's validator")
    void children(Release release) {
        var documents = new Documents(release);
        int points = 0;
        for (int number = 0; number < documents.tables().types().size(); number++) {
            ElementType type = documents.type(number);
            var particles = type.particles();
            for (int i = 0; i <= particles.size() && type.value() == null; i++) {
                var placed = documents.smallest(number);
                placed.element().children.clear();
                if (!type.choice()) {
                    particles
                            .subList(0, i)
                            .forEach(particle -> placed.element().children.add(documents.smallestElement(particle)));
                } else if (i > 0) {
                    placed.element().children.add(documents.smallestElement(particles.get(i - 1)));
                }
                placed.element().children.add(new Tree(Tree.STRANGER));
                String fault = Official.faults(release, placed.document()).get(0);
                assertThat(fault).as(type.name()).startsWith("cvc-complex-type.2.4.");
                assertThat(expectedByOfficial(fault)).as(type + " after " + i).isEqualTo(expectedByTables(type, i));
                points++;
            }
        }
        System.out.println(release + ": " + points + " points compared");
    }

    private static Set<String> expectedByOfficial(String fault) {
        var names = new TreeSet<String>();
        var list = EXPECTED.matcher(fault);
        if (list.find()) {
            for (String name : list.group(1).split(", ")) {
                String plain = name.replace("\"", "");
                int colon = plain.lastIndexOf(':');
                Official.PREFIXES.forEach((prefix, uri) -> {
                    if (uri.equals(plain.substring(0, colon))) {
                        names.add(prefix + plain.substring(colon));
                    }
                });
            }
        }
        return names;
    }

    private static Set<String> expectedByTables(ElementType type, int after) {
        var names = new TreeSet<String>();
        var particles = type.particles();
        if (type.choice()) {
            particles.stream().filter(all -> after == 0).forEach(particle -> names.add(particle.name() + ""));
            return names;
        }
        if (after > 0 && particles.get(after - 1).repeats()) {
            names.add(particles.get(after - 1).name().toString());
        }
        for (Particle particle : particles.subList(after, particles.size())) {
            names.add(particle.name().toString());
            if (particle.min() > 0) {
                break;
            }
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName("give every child the type that the XSD gives it")
    void types(Release release) {
        var documents = new Documents(release);
        int compared = 0;
        for (int number = 0; number < documents.tables().types().size(); number++) {
            for (Particle particle : documents.type(number).particles()) {
                var placed = documents.smallest(number);
                var child = documents.put(placed.element(), number, particle);
                String name = documents.type(particle.type()).name();
                if (!name.contains("/")) {
                    // Only the declared type itself is allowed here: CII derives no element type from another.
                    child.attributes.put("xsi:type", name);
                    assertThat(Official.faults(release, placed.document()))
                            .as(particle + "")
                            .isEmpty();
                    child.attributes.put("xsi:type", name.equals("udt:IDType") ? "udt:CodeType" : "udt:IDType");
                    assertThat(Official.fits(release, placed.document())).isFalse();
                    compared++;
                } else {
                    assertThat(name)
                            .isEqualTo(documents.type(number).name()
                                    + '/'
                                    + particle.name().local());
                }
            }
        }
        System.out.println(release + ": types of " + compared + " children compared");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName("allow the same attributes at every type, and demand the same")
    void attributes(Release release) {
        var documents = new Documents(release);
        Set<String> names = new HashSet<>(Set.of("lang", "id", "type", "nil"));
        for (Release any : Release.values()) {
            SchemaTables.of(any).types().forEach(type -> type.attributes().forEach(one -> names.add(one.name())));
        }
        int compared = 0;
        for (int number = 0; number < documents.tables().types().size(); number++) {
            ElementType type = documents.type(number);
            for (String name : names) {
                AttributeUse use = type.attribute(name);
                var placed = documents.smallest(number);
                placed.element().attributes.put(name, use == null ? "1" : Documents.valid(use.type()));
                var faults = Official.faults(release, placed.document());
                if (use == null) {
                    assertThat(faults).as(type.name() + name).hasSize(1);
                    assertThat(faults.get(0)).matches("cvc-(complex-type.3.2.2|type.3.1.1): .*");
                } else {
                    assertThat(faults).as(type.name() + name).isEmpty();
                }
                compared++;
            }
            assertThat(type.requiredAttributes()).isZero();
            assertThat(Official.fits(release, documents.smallest(number).document()))
                    .isTrue();
        }
        System.out.println(release + ": " + compared + " pairs of type and attribute compared");
    }

    @Test
    @DisplayName("know a type by its name and namespace")
    void typeNames() {
        var types = SchemaTables.of(Release.D22B).types();
        var named = new ArrayList<String>();
        for (ElementType type : types) {
            for (var prefix : Official.PREFIXES.entrySet()) {
                if (type.is(prefix.getValue(), type.name().substring(type.name().indexOf(':') + 1))) {
                    named.add(
                            prefix.getKey() + type.name().substring(type.name().indexOf(':')));
                }
            }
            assertThat(type.is(null, "IDType")).isFalse();
            assertThat(type.is("urn:other", type.name())).isFalse();
        }
        assertThat(named)
                .containsExactlyElementsOf(types.stream()
                        .map(ElementType::name)
                        .filter(name -> !name.contains("/"))
                        .toList());
        assertThat(named).hasSizeGreaterThan(170);
    }

    @Test
    @DisplayName("are read once")
    void once() {
        assertThat(SchemaTables.of(Release.D16B)).isSameAs(SchemaTables.of(Release.D16B));
        assertThat(SchemaTables.of(Release.D22B).release()).isEqualTo(Release.D22B);
    }
}
