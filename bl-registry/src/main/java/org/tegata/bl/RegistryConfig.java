package org.tegata.bl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator sets for the register of title. */
@ConfigMapping(prefix = "tegata.registry")
public interface RegistryConfig {

    /** The code of this platform among eBL platforms (DCSA {@code eblPlatform}). */
    @WithDefault("TGTA")
    String eblPlatform();

    /** Where anybody reaches this register: prints of bills lead there, to the page that verifies them. */
    @WithDefault("http://localhost:8083")
    URI publicUrl();

    /** File with the private JWK (EC P-256) that seals every entry of every record. */
    Path sealKey();

    /** File with a JWK set: the public halves of earlier seal keys, so that old records still verify. */
    Optional<Path> retiredSealKeys();

    /** How long a proof of control may be relied upon. */
    @WithDefault("PT24H")
    Duration proofOfControlLife();

    /** Where keys of parties are kept that let this platform sign for them; absent when it keeps none. */
    Optional<CustodyStore> custody();

    /** What a login must have been for a key in custody to be used (RFC 9470). */
    StepUp stepUp();

    /** A key store that never gives a private key away to a caller. */
    interface CustodyStore {

        Type type();

        /** With PKCS11 the configuration file of SunPKCS11, with PKCS12 the key store itself. */
        Path file();

        /** File with the PIN or password, as secrets are mounted; goes before {@code pin}. */
        Optional<Path> pinFile();

        Optional<String> pin();

        /** The kinds of key store. */
        enum Type {
            PKCS11,
            PKCS12
        }
    }

    /** Strength and age of a login. */
    interface StepUp {

        /** The values of the token's claim {@code acr} that are strong enough. */
        @WithDefault("mfa,phr,phrh")
        List<String> acrValues();

        /** How long ago the login may have been (claim {@code auth_time}). */
        @WithDefault("PT5M")
        Duration maxAge();
    }

    /** How many bills the register keeps in memory, so that an act need not read the record first. */
    @WithDefault("10000")
    int rememberedBills();
}
