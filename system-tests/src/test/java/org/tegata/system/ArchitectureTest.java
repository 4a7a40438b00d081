package org.tegata.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Which package may know which: the arrows of docs/architecture.md, stated once for all modules (ADR 3, ADR 5). */
@AnalyzeClasses(locations = BuiltModules.class)
class ArchitectureTest {

    static final String[] LANGUAGE = {"java..", "org.jspecify.."};

    /** The five technologies that have one home each. */
    private static final String[] JAXB = {"jakarta.xml.bind.."};

    private static final String[] JPA = {"jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate.."};
    private static final String[] KAFKA = {
        "org.apache.kafka..", "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive.messaging.."
    };
    private static final String[] HTTP = {"jakarta.ws.rs..", "org.jboss.resteasy.."};

    /** How use cases get their collaborators and event data its JSON form: annotations, no behaviour. */
    private static final String[] WIRING = {
        "jakarta.enterprise..",
        "jakarta.inject..",
        "jakarta.transaction..",
        "jakarta.annotation..",
        "org.jboss.logging..",
        "com.fasterxml.jackson.annotation.."
    };

    private static final DescribedPredicate<JavaClass> A_DOCUMENT_SERVICE = resideInAnyPackage(
                    "org.tegata.invoice..", "org.tegata.lc..", "org.tegata.bl..")
            .as("a document service");

    @ArchTest
    static final ArchRule domainKnowsNobody = classes()
            .that(A_DOCUMENT_SERVICE)
            .and()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAPackage("org.tegata.problem"))
                    .or(theParty())
                    .or(resideInAPackage("org.tegata.*.domain..")))
            .because("the rules of a credit must be testable, and readable, without any framework (ADR 3)");

    @ArchTest
    static final ArchRule applicationSeesDomainFoundationAndTheCodec = classes()
            .that(A_DOCUMENT_SERVICE)
            .and()
            .resideInAPackage("..application..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage(WIRING))
                    .or(resideInAnyPackage(
                            "org.tegata.*.domain..",
                            "org.tegata.*.application..",
                            "org.tegata.*.xml",
                            "org.tegata.bl.json",
                            "org.tegata.lc.swift"))
                    .or(resideInAnyPackage(
                            "org.tegata.problem",
                            "org.tegata.xml",
                            "org.tegata.seal",
                            "org.tegata.outbox",
                            "org.tegata.access"))
                    .or(resideInAnyPackage("org.tegata.rules..", "org.tegata.bill.."))
                    .or(resideInAPackage("com.fasterxml.uuid.."))
                    .or(theSettings()))
            .because("a use case is load, decide, save, append, however it was called and wherever it is kept");

    @ArchTest
    static final ArchRule edgesDoNotSeeEachOther = noClasses()
            .that(A_DOCUMENT_SERVICE)
            .should(dependOnAnotherEdge())
            .because("rest, kafka and store meet in application (ADR 3)");

    @ArchTest
    static final ArchRule documentServicesHaveSixFolders = classes()
            .that(A_DOCUMENT_SERVICE)
            .and(not(theSettings()))
            .should()
            .resideInAnyPackage(
                    "org.tegata.*.domain",
                    "org.tegata.*.domain.rules",
                    "org.tegata.*.application",
                    "org.tegata.*.rest",
                    "org.tegata.*.kafka",
                    "org.tegata.*.store",
                    "org.tegata.*.xml",
                    "org.tegata.*.xml.generated..",
                    "org.tegata.bl.json",
                    "org.tegata.bl.pdf",
                    "org.tegata.lc.swift")
            .because("learn one service, know all (ADR 3)");

    @ArchTest
    static final ArchRule invoiceRulesKnowNoFramework = classes()
            .that()
            .resideInAPackage("org.tegata.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax.."))
                    .or(resideInAnyPackage("com.fasterxml.aalto..", "org.codehaus.stax2.."))
                    .or(resideInAnyPackage("org.tegata.rules..", "org.tegata.problem", "org.tegata.xml")))
            .because("they judge in a service, in a command and in a benchmark (ADR 17)");

    @ArchTest
    static final ArchRule theEngineKnowsNoRule = classes()
            .that()
            .resideInAPackage("org.tegata.rules.engine")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                    .or(resideInAnyPackage(
                            "javax.xml.stream..",
                            "javax.xml.namespace..",
                            "com.fasterxml.aalto..",
                            "org.codehaus.stax2.."))
                    .or(resideInAnyPackage("org.tegata.problem", "org.tegata.xml"))
                    .or(resideInAnyPackage(
                            "org.tegata.rules.engine",
                            "org.tegata.rules.rule",
                            "org.tegata.rules.document",
                            "org.tegata.rules.schema")))
            .because("a rule set is written without touching the engine (ADR 17)");

    @ArchTest
    static final ArchRule rulesKnowNoEngine = noClasses()
            .that()
            .resideInAPackage("org.tegata.rules.*")
            .and()
            .resideOutsideOfPackage("org.tegata.rules.engine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tegata.rules.engine")
            .because("what a rule asks does not depend on how the document is read (ADR 17)");

    @ArchTest
    static final ArchRule gatewayIsCutByJob = classes()
            .that()
            .resideInAPackage("org.tegata.gateway..")
            .should()
            .resideInAnyPackage(
                    "org.tegata.gateway.partner",
                    "org.tegata.gateway.inbound",
                    "org.tegata.gateway.outbound",
                    "org.tegata.gateway.pint",
                    "org.tegata.gateway.registry",
                    "org.tegata.gateway")
            .because("it has little domain of its own (ADR 3)");

    @ArchTest
    static final ArchRule bindingsStayInTheCodec = noClasses()
            .that()
            .resideOutsideOfPackage("..xml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..xml.generated..")
            .because("one document type has one parser (ADR 2)");

    @ArchTest
    static final ArchRule jaxbOnlyInXml = onlyIn(JAXB, "org.tegata.xml..", "org.tegata.*.xml..");

    @ArchTest
    static final ArchRule jpaOnlyInStores = onlyIn(
            JPA,
            "org.tegata.*.store..",
            "org.tegata.gateway.partner",
            "org.tegata.gateway.inbound",
            "org.tegata.gateway.outbound");

    @ArchTest
    static final ArchRule bouncyCastleOnlyInSeal = onlyIn(new String[] {"org.bouncycastle.."}, "org.tegata.seal..");

    @ArchTest
    static final ArchRule kafkaOnlyAtItsEdge = onlyIn(
            KAFKA,
            "org.tegata.*.kafka..",
            "org.tegata.outbox..",
            "org.tegata.gateway.outbound",
            "org.tegata.embedded..",
            "org.tegata.cli..");

    @ArchTest
    static final ArchRule httpOnlyAtItsEdge = onlyIn(
            HTTP,
            "org.tegata.*.rest..",
            "org.tegata.problem.rest",
            "org.tegata.access",
            "org.tegata.gateway..",
            "org.tegata.cli..");

    @ArchTest
    static final ArchRule servicesDoNotDependOnServices = slices().assignedFrom(new Deployables())
            .should()
            .notDependOnEachOther()
            .because("each is deployed alone; they meet in events and, for the gateway, over HTTP (ADR 2)");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.tegata.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesBetweenModules =
            slices().matching("org.tegata.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule productionCodeDoesNotKnowTheEmbeddedServers = noClasses()
            .that()
            .resideOutsideOfPackages("org.tegata.embedded..", "org.tegata.cli..", "org.tegata.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tegata.embedded..")
            .because("services get a JDBC URL and bootstrap servers, wherever these come from (ADR 13)");

    @ArchTest
    static final ArchRule partyIdHasNoFramework = classes()
            .that(theParty())
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(LANGUAGE).or(theParty()).or(resideInAPackage("org.tegata.problem")))
            .because("domains import it (ADR 11)");

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.tegata..")
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("an object that exists is complete, in a test as in the container");

    @ArchTest
    static final ArchRule configurationIsTyped = noFields()
            .should()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("one @ConfigMapping a service is the list of all its settings");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that(answerHttp())
            .should(sayWhoMayCall())
            .because("an endpoint nobody thought about must not be open (ADR 15)");

    static ArchRule onlyIn(String[] technology, String... homes) {
        return noClasses()
                .that(resideInAPackage("org.tegata..").and(not(resideInAnyPackage(homes))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .because("each technology has one home, so that it can be replaced there");
    }

    static DescribedPredicate<JavaClass> theParty() {
        return DescribedPredicate.describe(
                "PartyId", type -> type.getBaseComponentType().getName().equals("org.tegata.access.PartyId"));
    }

    /** The one {@code @ConfigMapping} of a service; it may stand above the folders, for several of them read it. */
    private static DescribedPredicate<JavaClass> theSettings() {
        return DescribedPredicate.describe(
                "the service's settings",
                type -> type.getName().matches("org\\.tegata\\.[a-z]+\\.([A-Z]\\w*Config(\\$\\w+)*|package-info)"));
    }

    private static ArchCondition<JavaClass> dependOnAnotherEdge() {
        return new ArchCondition<>("depend on another of rest, kafka, store") {
            private final Set<String> edges = Set.of("rest", "kafka", "store");

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = folder(type);
                if (!edges.contains(from)) {
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(arrow -> A_DOCUMENT_SERVICE.test(arrow.getTargetClass()))
                        .filter(arrow -> edges.contains(folder(arrow.getTargetClass())))
                        .filter(arrow -> !folder(arrow.getTargetClass()).equals(from))
                        .forEach(arrow -> events.add(SimpleConditionEvent.satisfied(arrow, arrow.getDescription())));
            }

            private String folder(JavaClass type) {
                String[] segments = type.getPackageName().split("\\.");
                return segments.length > 3 ? segments[3] : "";
            }
        };
    }

    private static DescribedPredicate<JavaMethod> answerHttp() {
        return DescribedPredicate.describe(
                "answer HTTP",
                method -> method.getOwner().isAnnotatedWith("jakarta.ws.rs.Path")
                        && method.getAnnotations().stream()
                                .anyMatch(annotation ->
                                        annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")
                                                || annotation
                                                        .getRawType()
                                                        .getName()
                                                        .matches("jakarta\\.ws\\.rs\\.(GET|POST|PUT|DELETE|PATCH)")));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call it") {
            private final Set<String> answers = Set.of(
                    "jakarta.annotation.security.RolesAllowed",
                    "jakarta.annotation.security.PermitAll",
                    "jakarta.annotation.security.DenyAll");

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = answers.stream()
                        .anyMatch(answer -> method.isAnnotatedWith(answer)
                                || method.getOwner().isAnnotatedWith(answer));
                events.add(new SimpleConditionEvent(
                        method, said, method.getFullName() + " has neither @RolesAllowed nor @PermitAll"));
            }
        };
    }

    /** What is deployed on its own. */
    private static final class Deployables implements SliceAssignment {
        private static final Set<String> NAMES = Set.of("invoice", "lc", "bl", "gateway", "cli");

        @Override
        public String getDescription() {
            return "services and the command line";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] segments = type.getPackageName().split("\\.");
            return segments.length > 2 && type.getPackageName().startsWith("org.tegata.") && NAMES.contains(segments[2])
                    ? SliceIdentifier.of(segments[2])
                    : SliceIdentifier.ignore();
        }
    }
}
