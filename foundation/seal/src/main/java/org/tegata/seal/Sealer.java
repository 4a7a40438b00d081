package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Signs with one organisation's or platform's own key: ES256 (RFC 7518 section 3.4). Thread-safe. */
public final class Sealer {

    private final ECKey key;
    private final JWSHeader header;
    private final JWSSigner signer;

    private Sealer(ECKey key) throws JOSEException {
        this.key = key;
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        this.signer = new ECDSASigner(key);
        this.signer.getJCAContext().setProvider(Crypto.PROVIDER);
    }

    /** From a private P-256 JWK; the key id is its thumbprint (RFC 7638) whatever {@code kid} says. */
    public static Sealer fromJwk(String privateJwk) {
        try {
            var parsed = ECKey.parse(privateJwk);
            if (!parsed.isPrivate()) {
                throw new IllegalArgumentException("the seal key has no private part");
            }
            return new Sealer(new ECKey.Builder(parsed).keyIDFromThumbprint().build());
        } catch (ParseException | JOSEException unusable) {
            // Not the cause's message: it may quote the key.
            throw new IllegalArgumentException("the seal key is not a private EC P-256 JWK");
        }
    }

    /** From a file that holds a private P-256 JWK. */
    public static Sealer fromFile(Path file) {
        try {
            return fromJwk(Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the seal key cannot be read from " + file, unreadable);
        }
    }

    /** The JWS compact serialisation over exactly these bytes. */
    public String seal(byte[] payload) {
        try {
            var jws = new JWSObject(header, new Payload(payload));
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException("sealing failed", failed);
        }
    }

    /** The JWS over this text in UTF-8. */
    public String seal(String payload) {
        return seal(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 7638 thumbprint of the key, the {@code kid} of every seal. */
    public String keyId() {
        return key.getKeyID();
    }

    /** The public half as a JWK set, for others to trust. */
    public String publicJwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
