package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The deployment files as far as no cluster is needed: they parse and agree with each other and with the code. */
class DeployTest {

    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());
    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(?:PASSWORD|SECRET|TOKEN|_KEY|_PIN)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Z_]+(?::[?-].*)?}");
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)?:[0-9][A-Za-z0-9.-]*");

    static List<String> services() {
        return Workspace.SERVICE_ORDER;
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldRunWithoutPrivilegesInKubernetes(String service) {
        JsonNode pod = deployment(service).at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isGreaterThanOrEqualTo(10_000);
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0");
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                .isEqualTo("ALL");
        assertThat(mountPaths(container))
                .as("a read-only root file system needs somewhere to write")
                .contains("/tmp");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldBeProbedAndBounded(String service) {
        JsonNode container = deployment(service).at("/spec/template/spec/containers/0");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
        assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(Workspace.read(Workspace.at(service + "/pom.xml")))
                .as("the probes need quarkus-smallrye-health in %s", service)
                .contains("quarkus-smallrye-health");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldAgreeOnPortsAndNames(String service) {
        JsonNode container = deployment(service).at("/spec/template/spec/containers/0");
        int port = Integer.parseInt(literal(container, "QUARKUS_HTTP_PORT"));
        assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(port);
        assertThat(kubernetes(service, "Service").at("/spec/ports/0/port").asInt())
                .isEqualTo(port);
        JsonNode composed = compose().at("/services").path(service);
        assertThat(composed.at("/environment/QUARKUS_HTTP_PORT").asInt()).isEqualTo(port);
        assertThat(composed.at("/ports/0").asText()).isEqualTo(port + ":" + port);
        assertThat(composed.at("/build/args/SERVICE").asText()).isEqualTo(service);
        assertThat(composed.path("image").asText())
                .isEqualTo(container.path("image").asText())
                .startsWith("tegata/" + service + ":");
        assertThat(Workspace.read(Workspace.at("deploy/Dockerfile.dockerignore")))
                .contains("!" + service + "/target/quarkus-app");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldTakeSecretsByReferenceOnly(String service) {
        for (JsonNode variable : deployment(service).at("/spec/template/spec/containers/0/env")) {
            String name = variable.path("name").asText();
            boolean isPath = variable.path("value").asText().startsWith("/");
            if (SECRET_NAME.matcher(name).matches() && !isPath) {
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                        .as(name)
                        .isNotEmpty();
            }
        }
        compose().at("/services").path(service).path("environment").properties().forEach(variable -> {
            String value = variable.getValue().asText();
            if (SECRET_NAME.matcher(variable.getKey()).matches()) {
                assertThat(value.startsWith("/run/secrets/")
                                || REFERENCE.matcher(value).matches())
                        .as("%s of %s in compose.yaml", variable.getKey(), service)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldSetTheSameVariablesInComposeAndKubernetes(String service) {
        var composed = new TreeSet<String>();
        compose().at("/services").path(service).path("environment").fieldNames().forEachRemaining(composed::add);
        assertThat(kubernetesVariables(service)).isEqualTo(composed);
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldOnlySetVariablesThatAreDocumentedAndKnownToTheCode(String service) {
        Set<String> documented = Configuration.documented(service);
        assertThat(documented).as("docs/configuration.md on %s", service).isNotEmpty();
        assertThat(documented).containsAll(kubernetesVariables(service));
        assertThat(Configuration.mappedKeys(service))
                .as("@ConfigMapping of %s", service)
                .containsAll(documented.stream()
                        .filter(name -> name.startsWith("TEGATA_") && !name.equals("TEGATA_TOPIC_PREFIX"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldDocumentEveryKeyOfTheCode(String service) {
        var keys = new TreeSet<>(Configuration.mappedKeys(service));
        // Documented by the one name that sets it for producers and consumers alike.
        keys.remove("TEGATA_OUTBOX_TOPIC_PREFIX");
        assertThat(Configuration.documented(service)).containsAll(keys).contains("TEGATA_TOPIC_PREFIX");
    }

    @Test
    void shouldDocumentWhatIsReadFromTheEnvironmentDirectly() {
        String page = Workspace.read(Workspace.at("docs/configuration.md"));
        assertThat(Configuration.readDirectly())
                .contains("TEGATA_CRYPTO_PROVIDER")
                .allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    @Test
    void shouldLetNativeCodeBeLoadedWhereSignaturesAreMade() {
        for (String service : List.of("bl-registry", "gateway")) {
            assertThat(compose().at("/services").path(service).at("/tmpfs/0").asText())
                    .as("a tmpfs of a container is noexec unless told otherwise (ADR 21)")
                    .matches("/tmp:(?:.*,)?exec(?:,.*)?");
        }
    }

    @Test
    void shouldNameEveryManifest() {
        JsonNode kustomization = documents("deploy/k8s/kustomization.yaml").get(0);
        var listed = StreamSupport.stream(kustomization.path("resources").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var present = Workspace.files(".yaml").stream()
                .filter(file -> Workspace.name(file.getParent()).equals("deploy/k8s"))
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml"))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(present);
    }

    @Test
    void shouldNotCarrySecrets() {
        assertThat(manifests().stream()
                        .filter(manifest -> manifest.path("kind").asText().equals("Secret")))
                .isEmpty();
        assertThat(Workspace.read(Workspace.at("deploy/.env.example")).lines())
                .as("names without values")
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.endsWith("="));
    }

    @Test
    void shouldNameImagesWithoutAHost() {
        var images = new ArrayList<String>();
        compose()
                .path("services")
                .forEach(service -> images.add(service.path("image").asText()));
        services()
                .forEach(service -> images.add(deployment(service)
                        .at("/spec/template/spec/containers/0/image")
                        .asText()));
        assertThat(images).isNotEmpty().allMatch(image -> IMAGE.matcher(image).matches());
        assertThat(Workspace.read(Workspace.at("deploy/Dockerfile")).lines())
                .filteredOn(line -> line.startsWith("FROM "))
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM [a-z0-9-]+:[0-9][a-z0-9.-]*"));
    }

    @Test
    void shouldBuildAnImageThatDoesNotRunAsRoot() {
        assertThat(Workspace.read(Workspace.at("deploy/Dockerfile"))
                        .lines()
                        .filter(line -> line.startsWith("USER "))
                        .reduce((first, last) -> last))
                .hasValue("USER 10001:10001");
        services().forEach(service -> {
            JsonNode composed = compose().at("/services").path(service);
            assertThat(composed.path("user").asText()).isEqualTo("10001:10001");
            assertThat(composed.path("read_only").asBoolean()).isTrue();
            assertThat(composed.at("/deploy/resources/limits/memory").asText()).isNotEmpty();
            assertThat(composed.path("healthcheck").path("test").toString()).contains("/q/health/ready");
        });
    }

    @Test
    void shouldLetOnlyTheGatewayCallTheRegistry() {
        var callers = manifests().stream()
                .filter(manifest -> manifest.path("kind").asText().equals("NetworkPolicy"))
                .filter(policy ->
                        policy.at("/spec/ingress/0/from/0/podSelector").isObject())
                .map(policy -> label(policy.at("/spec/ingress/0/from/0/podSelector/matchLabels")) + " -> "
                        + label(policy.at("/spec/podSelector/matchLabels")))
                .toList();
        assertThat(callers).containsExactly("gateway -> bl-registry");
        assertThat(manifests())
                .anyMatch(manifest -> manifest.at("/metadata/name").asText().equals("deny-all-ingress"));
    }

    private static String label(JsonNode labels) {
        return labels.path("app.kubernetes.io/name").asText();
    }

    private static Set<String> kubernetesVariables(String service) {
        var names = new TreeSet<String>();
        JsonNode container = deployment(service).at("/spec/template/spec/containers/0");
        container
                .path("env")
                .forEach(variable -> names.add(variable.path("name").asText()));
        container.path("envFrom").forEach(source -> {
            String map = source.at("/configMapRef/name").asText();
            manifests().stream()
                    .filter(manifest -> manifest.path("kind").asText().equals("ConfigMap"))
                    .filter(manifest -> manifest.at("/metadata/name").asText().equals(map))
                    .forEach(manifest -> manifest.path("data").fieldNames().forEachRemaining(names::add));
        });
        return names;
    }

    private static Set<String> mountPaths(JsonNode container) {
        return StreamSupport.stream(container.path("volumeMounts").spliterator(), false)
                .map(mount -> mount.path("mountPath").asText())
                .collect(Collectors.toSet());
    }

    private static String literal(JsonNode container, String name) {
        return StreamSupport.stream(container.path("env").spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode deployment(String service) {
        return kubernetes(service, "Deployment");
    }

    private static JsonNode kubernetes(String service, String kind) {
        return documents("deploy/k8s/" + service + ".yaml").stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> manifests() {
        return Workspace.files(".yaml").stream()
                .filter(file -> Workspace.name(file.getParent()).equals("deploy/k8s"))
                .flatMap(file -> documents(Workspace.name(file)).stream())
                .toList();
    }

    private static List<JsonNode> documents(String file) {
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(Workspace.read(Workspace.at(file)))) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** compose.yaml with its anchors and merge keys resolved, which Jackson does not do. */
    private static JsonNode compose() {
        Map<String, Object> loaded = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Workspace.read(Workspace.at("deploy/compose.yaml")));
        try {
            return EventCatalogue.JSON.readTree(EventCatalogue.JSON.writeValueAsString(loaded));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
