package org.tegata.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator sets for a gateway; each key is an environment variable too (TEGATA_GATEWAY_SEAL_KEY and so on). */
@ConfigMapping(prefix = "tegata.gateway")
public interface GatewayConfig {

    /** This platform's code in DCSA's list of eBL platforms, at most four characters. */
    @WithDefault("TGTA")
    String eblPlatform();

    /** Path of the file with this platform's private P-256 JWK; it signs chain entries, manifests and answers. */
    String sealKey();

    /** File with a JWK set: public halves of earlier seal keys, so that chains with entries signed by them verify. */
    Optional<Path> retiredSealKeys();

    /** Base URL of the bl-registry that this gateway works for. */
    @WithDefault("http://localhost:8083")
    URI registryUrl();

    /** Token endpoint for client credentials (OAuth 2, RFC 6749 section 4.4). */
    @WithDefault("http://localhost:8089/token")
    String tokenUrl();

    /** Client id at the token endpoint; its tokens must carry the scope bills:gateway. */
    @WithDefault("gateway")
    String clientId();

    /** Client secret at the token endpoint. */
    @WithDefault("gateway")
    String clientSecret();

    /** Calls to partner platforms and to the registry. */
    Calls calls();

    /** Repeating envelopes that have no signed answer yet. */
    Retry retry();

    /** Bounds for what comes in. */
    Limits limits();

    /** Calls that this gateway makes. */
    interface Calls {

        /** How long to wait for a connection. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** How long one call may take from its first byte to the last of the answer. */
        @WithDefault("30s")
        Duration timeout();

        /** Largest answer of a partner that is read, in bytes. */
        @WithDefault("1000000")
        int maxAnswerBytes();
    }

    /** When an envelope is sent again. */
    interface Retry {

        /** How often envelopes are looked for whose next attempt is due; new ones go out at once. */
        @WithDefault("1s")
        String every();

        /** Longest pause after the first failure; doubles with each further one, and is drawn at random below that. */
        @WithDefault("1s")
        Duration initialDelay();

        /** Longest pause of all. */
        @WithDefault("5m")
        Duration maxDelay();

        /** How many envelopes are sent at the same time. */
        @WithDefault("4")
        int parallel();
    }

    /** Bounds for what comes in; documents are bounded by quarkus.http.limits.max-body-size. */
    interface Limits {

        /** Largest envelope (without its additional documents), in bytes. */
        @WithDefault("4000000")
        int maxEnvelopeBytes();
    }
}
