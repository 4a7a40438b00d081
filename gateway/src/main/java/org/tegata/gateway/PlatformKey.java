package org.tegata.gateway;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tegata.gateway.pint.FinishedResponse;
import org.tegata.gateway.pint.PintJson;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;

/** This platform's own key pair: signs what leaves, and verifies our own entries when a bill comes back. */
@Startup
@Singleton
public class PlatformKey {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,4}");

    private final String eblPlatform;
    private final Sealer sealer;
    private final SealVerifier verifier;

    PlatformKey(GatewayConfig config) {
        // Read at start: a gateway that cannot sign must not come up.
        if (!CODE.matcher(config.eblPlatform()).matches()) {
            throw new IllegalArgumentException(
                    "tegata.gateway.ebl-platform must have 1 to 4 capital letters or digits");
        }
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
