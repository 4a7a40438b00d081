package org.tegata.bill.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tegata.bill.any.Declarations;
import org.tegata.bill.xml.ElementType.Child;
import org.tegata.xml.XmlElement;

/** The schema has what the official message, FIATA's bill and the core component library have. */
class XsdCompletenessTest {

    private static final BillSchema SCHEMA = BillSchema.load();
    private static final Set<String> OWN = Set.of("rsm", "ram");

    static byte[] resource(String name) {
        try (var stream = XsdCompletenessTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> lines(String name) {
        return new String(resource(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void shouldHaveEveryElementOfTheOfficialMessageWhenItIsD23B() {
        var paths = lines("/xsd/official-message-d23b.txt");

        assertThat(paths).hasSize(287).doesNotHaveDuplicates();
        assertThat(paths)
                .allSatisfy(path -> assertThat(Declarations.at(SCHEMA, path.split("/", -1)))
                        .as(path)
                        .isNotNull());
    }

    @Test
    void shouldHaveEveryEntityThatFiataMapsWhenItIsAnEfbl() {
        var entities = SCHEMA.types().stream()
                .flatMap(type -> type.children().stream())
                .map(Child::unId)
                .collect(Collectors.toSet());

        assertThat(entities).containsAll(lines("/xsd/fiata-efbl.txt"));
    }

    @Test
    void shouldNameAnEntityOfTheLibraryWithEveryElement() {
        var known = new HashMap<String, String>();
        for (var type : SCHEMA.types()) {
            for (var child : type.children()) {
                if (!OWN.contains(child.prefix())) {
                    continue;
                }
                assertThat(child.unId()).as("%s of %s", child, type).matches("UN010\\d{5}");
                assertThat(child.dictionaryEntryName())
                        .as("%s of %s", child, type)
                        .contains(". ");
                if (type != SCHEMA.root()) {
                    assertThat(known.put(child.unId(), type + "/" + child.name()))
                            .as("%s stands for two entities", child.unId())
                            .isNull();
                }
            }
        }
        assertThat(known.size()).isGreaterThanOrEqualTo(270);
    }

    @Test
    void shouldNameAnAggregateOfTheLibraryWithEveryType() {
        var names = new HashSet<String>();
        for (var type : SCHEMA.types()) {
            if (type.prefix().equals("ram")) {
                assertThat(type.unId()).as(type.name()).matches("UN010\\d{5}");
                assertThat(names.add(type.unId())).as(type.name()).isTrue();
                String objectClass = type.dictionaryEntryName().replace(". Details", "");
                assertThat(objectClass.replaceAll("[_ -]", "") + "Type").isEqualTo(type.name());
                assertThat(type.children())
                        .as(type.name())
                        .allSatisfy(
                                child -> assertThat(child.dictionaryEntryName()).startsWith(objectClass + ". "));
            }
        }
    }

    @Test
    void shouldNameTheTypeOfAnAssociationInItsDictionaryEntryName() {
        for (var type : SCHEMA.types()) {
            for (var child : type.children()) {
                if (child.type().prefix().equals("ram") && type != SCHEMA.root()) {
                    String entity = child.type().dictionaryEntryName().replace(". Details", "");
                    assertThat(child.dictionaryEntryName())
                            .as("%s of %s", child, type)
                            .endsWith(". " + entity);
                }
            }
        }
    }

    @Test
    void shouldUseEveryElementInTheBillOfEveryElement() {
        var bill = SCHEMA.read(resource("/every-element.xml"));
        var used = new HashSet<String>();
        use(bill.root(), used);
        var all = new HashSet<String>();
        SCHEMA.types().forEach(type -> type.children().forEach(child -> all.add(type + "/" + child.name())));

        // A bill's dates are days (TGT-BL-02): the schema's other form of a date is in no valid bill.
        all.remove("udt:DateTimeType/DateTime");

        assertThat(bill.report().findings()).isEmpty();
        assertThat(used).containsExactlyInAnyOrderElementsOf(all);
    }

    private static void use(XmlElement element, Set<String> used) {
        var type = Objects.requireNonNull(SCHEMA.typeOf(element), element::path);
        for (var child : element.children()) {
            used.add(type + "/" + child.name());
            use(child, used);
        }
    }
}
