package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** New keys, for local platforms and tests; in production keys come from the operator's own key management. */
public final class Keys {

    private Keys() {}

    /** A fresh private P-256 JWK for signatures. */
    public static String newEcKeyJwk() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException failed) {
            throw new IllegalStateException("no EC key generator", failed);
        }
    }

    /** The public half of a private JWK, as a JWK set. */
    public static String publicJwks(String privateJwk) {
        return Sealer.fromJwk(privateJwk).publicJwks();
    }
}
