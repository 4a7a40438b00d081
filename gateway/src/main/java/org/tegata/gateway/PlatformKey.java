package org.tegata.gateway;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
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
    private final String publicJwks;
    private final SealVerifier verifier;

    PlatformKey(GatewayConfig config) {
        // Read at start: a gateway that cannot sign must not come up.
        if (!CODE.matcher(config.eblPlatform()).matches()) {
            throw new IllegalArgumentException(
                    "tegata.gateway.ebl-platform must have 1 to 4 capital letters or digits");
        }
        this.eblPlatform = config.eblPlatform();
        this.sealer = Sealer.fromFile(Path.of(config.sealKey()));
        this.publicJwks = config.retiredSealKeys()
                .map(file -> union(sealer.publicJwks(), read(file)))
                .orElseGet(sealer::publicJwks);
        this.verifier = new SealVerifier(TrustedKeys.fromJwks(publicJwks));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the retired seal keys cannot be read from " + file, unreadable);
        }
    }

    /** Today's key first; a bill that comes back may carry entries that an earlier one has signed. */
    private static String union(String current, String retired) {
        var all = PintJson.object(current);
        PintJson.object(retired).path("keys").forEach(all.withArray("keys")::add);
        return all.toString();
    }

    public String eblPlatform() {
        return eblPlatform;
    }

    /** The public halves of today's key and of the retired ones, for partners to register. */
    public String publicJwks() {
        return publicJwks;
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
