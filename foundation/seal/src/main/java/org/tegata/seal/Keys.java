package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

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

    /** A fresh private Ed25519 JWK for signatures (RFC 8037 section 2). */
    public static String newEd25519KeyJwk() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // The raw keys end their encodings (RFC 8410 sections 4 and 7).
            return new OctetKeyPair.Builder(
                            Curve.Ed25519,
                            PrivateKeys.lastOctets(pair.getPublic().getEncoded(), 32))
                    .d(PrivateKeys.lastOctets(pair.getPrivate().getEncoded(), 32))
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build()
                    .toJSONString();
        } catch (NoSuchAlgorithmException | JOSEException failed) {
            throw new IllegalStateException("no Ed25519 key generator", failed);
        }
    }

    /** The public half of a private JWK, as a JWK set. */
    public static String publicJwks(String privateJwk) {
        return Sealer.fromJwk(privateJwk).publicJwks();
    }
}
