package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each manifest read as the Kubernetes type that it says it is, so that a misspelt field does not pass unseen. */
class KubernetesTypesTest {

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "v1 ConfigMap", ConfigMap.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new KnownFieldsOnly())
            .build();

    static Stream<JsonNode> manifests() {
        return Workspace.files(".yaml").stream()
                .filter(file -> Workspace.name(file.getParent()).equals("deploy/k8s"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .flatMap(file -> read(file).stream());
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void shouldOnlyHaveFieldsThatExist(JsonNode manifest) throws JsonProcessingException {
        HasMetadata typed = STRICT.treeToValue(manifest, type(manifest));
        assertThat(typed.getMetadata().getName()).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    }

    @Test
    void shouldNoticeAMisspeltField() {
        ObjectNode deployment = (ObjectNode) manifests()
                .filter(manifest -> manifest.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/securityContext"))
                .put("readOnlyRootFileSystem", true);
        assertThatThrownBy(() -> STRICT.treeToValue(deployment, Deployment.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    private static Class<? extends HasMetadata> type(JsonNode manifest) {
        String key = manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText();
        assertThat(TYPES).containsKey(key);
        return TYPES.get(key);
    }

    private static List<JsonNode> read(Path file) {
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types keep unknown fields in a map; without it they refuse them. */
    private static final class KnownFieldsOnly extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
