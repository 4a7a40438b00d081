package org.tegata.gateway;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.tegata.gateway.pint.FinishedResponse;
import org.tegata.gateway.pint.PintJson;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;

/** This platform's own key pair: signs what leaves, and verifies our own entries when a bill comes back. */
@Singleton
public class PlatformKey {

    private final String eblPlatform;
    private final Sealer sealer;
    private final SealVerifier verifier;

    PlatformKey(GatewayConfig config) {
        this.eblPlatform = config.eblPlatform();
        this.sealer = Sealer.fromFile(Path.of(config.sealKey()));
        this.verifier = new SealVerifier(TrustedKeys.fromJwks(sealer.publicJwks()));
    }

    public String eblPlatform() {
        return eblPlatform;
    }

    public Sealer sealer() {
        return sealer;
    }

    public SealVerifier verifier() {
        return verifier;
    }

    /** The answer as PINT wants it on the wire: one JSON string with the JWS. */
    public String signed(FinishedResponse response) {
        return PintJson.quoted(sealer.seal(response.toJson()));
    }
}
