package org.tegata.system;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.tegata.system.ArchitectureTest.LANGUAGE;
import static org.tegata.system.ArchitectureTest.onlyIn;
import static org.tegata.system.ArchitectureTest.theParty;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which in the bill as a document, and on paper (ADR 23). */
@AnalyzeClasses(locations = BuiltModules.class)
class BillArchitectureTest {

    @ArchTest
    static final ArchRule billDocumentKnowsNoFramework = classes()
            .that()
            .resideInAPackage("org.tegata.bill..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax.."))
                    .or(resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
                    .or(resideInAnyPackage("org.tegata.bill..", "org.tegata.problem", "org.tegata.xml"))
                    .or(theParty()))
            .because("a bill is read in a service, in the gateway, in a command and in a benchmark (ADR 23)");

    @ArchTest
    static final ArchRule billRulesJudgeTheTreeAlone = noClasses()
            .that()
            .resideInAPackage("org.tegata.bill.rules")
            .and()
            .doNotHaveSimpleName("TransportDocumentRules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.tegata.bill.mapping", "org.tegata.bill.dcsa")
            .because("a bill is judged in one form, whatever language it came in; only what the JSON alone says"
                    + " (its status, whether an endorsee is missing) is asked of the JSON (ADR 23)");

    @ArchTest
    static final ArchRule theLanguagesOfTheBillMeetInTheMapping = noClasses()
            .that()
            .resideInAnyPackage("org.tegata.bill.xml", "org.tegata.bill.dcsa")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tegata.bill.mapping", "org.tegata.bill.rules")
            .because("neither language is read with the other in mind (ADR 23)");

    @ArchTest
    static final ArchRule printingIsAskedForAtOnePlace = noClasses()
            .that()
            .resideInAPackage("org.tegata.bl..")
            .and()
            .resideOutsideOfPackages("org.tegata.bl.pdf", "org.tegata.bl.rest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tegata.bl.pdf")
            .because("paper is a view; nothing is decided by it");

    @ArchTest
    static final ArchRule pdfOnlyInCodecs = onlyIn(
            new String[] {"org.apache.pdfbox..", "org.apache.fontbox.."}, "org.tegata.*.xml..", "org.tegata.bl.pdf");
}
