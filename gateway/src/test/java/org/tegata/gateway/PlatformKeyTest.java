package org.tegata.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.gateway.peer.PeerJson;
import org.tegata.seal.Keys;
import org.tegata.seal.SealRejected;
import org.tegata.seal.Sealer;

/** What a platform signs today and has signed before. */
class PlatformKeyTest {

    @TempDir
    private Path folder;

    @Test
    void shouldVerifyWhatARetiredKeyHasSigned() throws Exception {
        String old = Keys.newEcKeyJwk();
        Path key = Files.writeString(folder.resolve("key.jwk"), Keys.newEcKeyJwk());
        Path retired = Files.writeString(folder.resolve("retired.json"), Keys.publicJwks(old));
        String byOld = Sealer.fromJwk(old).seal("{}");

        var rotated = key(Map.of(
                "tegata.gateway.seal-key", key.toString(), "tegata.gateway.retired-seal-keys", retired.toString()));
        assertThat(rotated.verifier().verify(byOld)).asString().isEqualTo("{}");
        assertThat(rotated.verifier().verify(rotated.sealer().seal("{}")))
                .asString()
                .isEqualTo("{}");
        assertThat(PeerJson.tree(rotated.publicJwks()).path("keys")).hasSize(2);
        assertThat(rotated.publicJwks()).doesNotContain("\"d\"");

        var forgotten = key(Map.of("tegata.gateway.seal-key", key.toString()));
        assertThatThrownBy(() -> forgotten.verifier().verify(byOld)).isInstanceOf(SealRejected.class);
    }

    @Test
    void shouldNotComeUpWithoutAUsableKeyOrCode() throws Exception {
        Path key = Files.writeString(folder.resolve("key.jwk"), Keys.newEcKeyJwk());
        assertThatThrownBy(() -> key(Map.of("tegata.gateway.seal-key", folder + "/absent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> key(
                        Map.of("tegata.gateway.seal-key", key.toString(), "tegata.gateway.ebl-platform", "TOOLONG")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ebl-platform");
        Path secret = Files.writeString(folder.resolve("secret.json"), "{\"keys\":[" + Keys.newEcKeyJwk() + "]}");
        assertThatThrownBy(() -> key(Map.of(
                        "tegata.gateway.seal-key", key.toString(),
                        "tegata.gateway.retired-seal-keys", secret.toString())))
                .as("a private key does not belong into the retired ones")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PlatformKey key(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(GatewayConfig.class)
                .withDefaultValues(properties)
                .build();
        return new PlatformKey(config.getConfigMapping(GatewayConfig.class));
    }
}
