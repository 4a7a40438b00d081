package org.tegata.gateway.registry;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.GatewayConfig;

/** The gateway's own bearer token for the registry, fetched by client credentials and kept until it expires. */
@Singleton
class RegistryToken {

    private final OidcClient client;
    private final Duration patience;
    private @Nullable Tokens current;

    RegistryToken(OidcClient client, GatewayConfig config) {
        this.client = client;
        this.patience = config.calls().timeout();
    }

    synchronized String get() {
        var kept = current;
        if (kept == null || kept.isAccessTokenExpired() || kept.isAccessTokenWithinRefreshInterval()) {
            try {
                kept = client.getTokens().await().atMost(patience);
            } catch (RuntimeException failed) {
                throw new RegistryUnavailable("no token for the registry: " + failed, failed);
            }
            current = kept;
        }
        return kept.getAccessToken();
    }

    /** After a 401: the token was revoked or the issuer's keys have changed. */
    synchronized void forget() {
        current = null;
    }
}
