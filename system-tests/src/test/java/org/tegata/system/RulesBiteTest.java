package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@link ArchitectureTest} asked of classes that break them: a rule that cannot fail proves nothing. */
class RulesBiteTest {

    private static JavaClasses broken;

    @BeforeAll
    static void readFixtures() {
        broken = new ClassFileImporter().importPackages("org.tegata.lc", "org.tegata.bl", "org.tegata.bill");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ArchitectureTest.domainKnowsNobody, "ADomainThatKnowsJson"),
                Arguments.of(ArchitectureTest.applicationSeesDomainFoundationAndTheCodec, "AUseCaseThatKnowsTheStore"),
                Arguments.of(ArchitectureTest.edgesDoNotSeeEachOther, "AStoreThatKnowsRest"),
                Arguments.of(ArchitectureTest.documentServicesHaveSixFolders, "ATypeInASeventhFolder"),
                Arguments.of(BillArchitectureTest.billDocumentKnowsNoFramework, "ABillRuleThatKnowsTooMuch"),
                Arguments.of(BillArchitectureTest.billRulesJudgeTheTreeAlone, "ABillRuleThatKnowsTooMuch"),
                Arguments.of(BillArchitectureTest.printingIsAskedForAtOnePlace, "AUseCaseThatPrints"),
                Arguments.of(ArchitectureTest.bindingsStayInTheCodec, "ARestThatAsksOpenly"),
                Arguments.of(ArchitectureTest.servicesDoNotDependOnServices, "ABillThatNobodyMayKnow"),
                Arguments.of(ArchitectureTest.noCyclesBetweenPackages, "ADomainThatKnowsJson"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldFailOnTheClassThatBreaksTheRule(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(broken).getFailureReport().getDetails())
                .as(rule.getDescription())
                .anyMatch(detail -> detail.contains(culprit));
    }

    @Test
    void shouldLetTheInnocentPass() {
        assertThat(ArchitectureTest.domainKnowsNobody
                        .evaluate(broken)
                        .getFailureReport()
                        .getDetails())
                .noneMatch(detail -> detail.contains("<org.tegata.bl.domain.ABillThatNobodyMayKnow"));
    }
}
