package org.tegata.bl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What an operator sets for the register of title. */
@ConfigMapping(prefix = "tegata.registry")
public interface RegistryConfig {

    /** The code of this platform among eBL platforms (DCSA {@code eblPlatform}). */
    @WithDefault("TGTA")
    String eblPlatform();

    /** File with the private JWK (EC P-256) that seals every entry of every record. */
    Path sealKey();

    /** File with a JWK set: the public halves of earlier seal keys, so that old records still verify. */
    Optional<Path> retiredSealKeys();
}
