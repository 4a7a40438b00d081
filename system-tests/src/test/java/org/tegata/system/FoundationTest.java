package org.tegata.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may be in foundation: five jars, frozen here (ADR 5). */
class FoundationTest {

    private static final Set<String> JARS = Set.of("problem", "xml", "seal", "outbox", "access");
    private static final int CLASSES = 15;
    private static final Pattern BUSINESS = Pattern.compile(
            ".*(?:Invoice|Credit|Bill|Lading|Bank|Carrier|Shipper|Consignee|Endorse|Envelope|Presentation|Platform).*");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = BuiltModules.imported();
    }

    @Test
    void shouldHoldFiveJars() throws IOException {
        try (var folders = Files.list(Workspace.at("foundation"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                            .map(Path::getFileName)
                            .map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(JARS);
        }
    }

    @Test
    void shouldKeepEachJarSmall() {
        for (String jar : JARS) {
            assertThat(topLevelTypes(jar)).as("classes in foundation/%s", jar).hasSizeBetween(1, CLASSES);
        }
    }

    @Test
    void shouldNotKnowTheBusiness() {
        for (String jar : JARS) {
            assertThat(topLevelTypes(jar))
                    .as("business words in foundation/%s", jar)
                    .noneMatch(name -> BUSINESS.matcher(name).matches());
        }
        noClasses()
                .that()
                .resideInAnyPackage("org.tegata.problem..", "org.tegata.xml..", "org.tegata.seal..")
                .or()
                .resideInAnyPackage("org.tegata.outbox..", "org.tegata.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.tegata.invoice..",
                        "org.tegata.lc..",
                        "org.tegata.bl..",
                        "org.tegata.bill..",
                        "org.tegata.gateway..",
                        "org.tegata.cli..")
                .check(classes);
    }

    @Test
    void shouldOnlyShareHowToSayNo() {
        for (String jar : JARS) {
            String[] others = JARS.stream()
                    .filter(other -> !other.equals(jar) && !other.equals("problem"))
                    .map(other -> "org.tegata." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage("org.tegata." + jar + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others).and(not(ArchitectureTest.theParty())))
                    .because("of foundation only PartyId is seen by all (ADR 5, ADR 11)")
                    .check(classes);
        }
    }

    private static Set<String> topLevelTypes(String jar) {
        return classes.that(resideInAPackage("org.tegata." + jar + "..")).stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.toSet());
    }
}
