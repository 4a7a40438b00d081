package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Set;
import java.util.TreeSet;

/**
 * One public key, made ready once: P-256, P-384, P-521, Ed25519 or RSA from 2048 bits. Each algorithm fits one kind of
 * key only (RFC 8725 section 3.1). Thread-safe.
 */
public final class VerificationKey {

    private final String keyId;
    private final String jwk;
    private final Set<SealAlgorithm> algorithms;
    private final PublicKey key;
    private final CryptoProvider provider;

    private VerificationKey(JWK jwk, CryptoProvider provider) throws JOSEException, GeneralSecurityException {
        this.keyId = jwk.computeThumbprint().toString();
        var members = jwk.toJSONObject();
        members.put("kid", keyId);
        this.jwk = JSONObjectUtils.toJSONString(members);
        this.algorithms = PublicKeys.algorithms(jwk);
        this.key = PublicKeys.ready(jwk, provider);
        this.provider = provider;
    }

    /**
     * From a public JWK (RFC 7517 section 4); refuses (IllegalArgumentException) what is secret, not meant for
     * signatures, of another kind, too short, or not spelled canonically.
     */
    public static VerificationKey fromJwk(String publicJwk) {
        return fromJwk(publicJwk, CryptoProvider.inUse());
    }

    static VerificationKey fromJwk(String publicJwk, CryptoProvider provider) {
        try {
            CanonicalJson.of(publicJwk);
            return of(JWK.parse(publicJwk), provider);
        } catch (ParseException unreadable) {
            // Not the cause's message: it may quote a key that was not meant to come here.
            throw new IllegalArgumentException("not a JWK");
        }
    }

    static VerificationKey of(JWK jwk, CryptoProvider provider) {
        PublicKeys.requirePublicForSignatures(jwk);
        try {
            return new VerificationKey(jwk, provider);
        } catch (JOSEException | GeneralSecurityException | RuntimeException unusable) {
            throw new IllegalArgumentException("unusable public key: " + unusable.getMessage());
        }
    }

    /** RFC 7638 thumbprint of the key. */
    public String keyId() {
        return keyId;
    }

    /** The JWK as JSON, with the thumbprint as its {@code kid}. */
    public String jwk() {
        return jwk;
    }

    /** The {@code alg} values (RFC 7518 section 3.1, RFC 8037 section 3.1) that this key can verify. */
    public Set<String> algorithms() {
        var names = new TreeSet<String>();
        algorithms.forEach(algorithm -> names.add(algorithm.joseName()));
        return names;
    }

    /** The signed bytes, if this key made the JWS and its header says just that: alg, this kid, this {@code typ}. */
    public byte[] verify(String jws, String type) throws SealRejected {
        var read = UnverifiedJws.read(jws);
        if (!keyId.equals(read.header().keyId())) {
            throw new SealRejected("the JWS does not name this key");
        }
        if (!type.equals(read.header().type())) {
            throw new SealRejected("the JWS is not of type " + type);
        }
        if (!read.header().isPlain()) {
            throw new SealRejected("the JWS header has other members than alg, kid and typ");
        }
        if (!holds(read)) {
            throw new SealRejected("the signature does not hold");
        }
        return read.payload();
    }

    boolean holds(UnverifiedJws jws) {
        var algorithm = SealAlgorithm.named(jws.header().algorithm());
        if (algorithm == null
                || !algorithms.contains(algorithm)
                || !SignatureForm.isSound(algorithm, jws.signature(), provider)) {
            return false;
        }
        try {
            Signature engine = provider.signature(algorithm);
            engine.initVerify(key);
            var parameters = algorithm.parameters();
            if (parameters != null) {
                engine.setParameter(parameters);
            }
            engine.update(jws.text(), 0, jws.signedLength());
            return engine.verify(jws.signature());
        } catch (GeneralSecurityException | RuntimeException unverifiable) {
            return false;
        }
    }
}
