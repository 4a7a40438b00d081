package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a JWS compact against the keys of one signer. Stricter than the library beneath it: canonical base64url
 * only, asymmetric algorithms only, no header extensions, the algorithm must fit the key.
 */
public final class SealVerifier {

    /** Longest seal that is looked at; a chain entry with twenty transactions has about 20 kB. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Set<JWSAlgorithm> RSA = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);
    private static final Map<JWSAlgorithm, Curve> EC =
            Map.of(JWSAlgorithm.ES256, Curve.P_256, JWSAlgorithm.ES384, Curve.P_384, JWSAlgorithm.ES512, Curve.P_521);
    private static final Set<String> KNOWN_HEADERS =
            Set.of("alg", "kid", "typ", "cty", "x5c", "x5t", "x5t#S256", "x5u", "jku");

    private final TrustedKeys keys;

    public SealVerifier(TrustedKeys keys) {
        this.keys = keys;
    }

    /** The sealed bytes, once a trusted key of the signer has made the seal. Keys inside the seal are never used. */
    public byte[] verify(String jws) throws SealRejected {
        var parsed = parse(jws);
        var algorithm = parsed.getHeader().getAlgorithm();
        if (!RSA.contains(algorithm) && !EC.containsKey(algorithm)) {
            throw new SealRejected("algorithm " + algorithm + " is not accepted");
        }
        for (JWK key : keys.candidates(parsed.getHeader().getKeyID())) {
            var verifier = verifier(key, algorithm);
            if (verifier != null && holds(parsed, verifier)) {
                return parsed.getPayload().toBytes();
            }
        }
        throw new SealRejected("no trusted key of the signer made this seal");
    }

    /** The payload of a seal that is NOT verified here; for finding out whose keys to ask for. */
    public static byte[] unverifiedPayload(String jws) throws SealRejected {
        return parse(jws).getPayload().toBytes();
    }

    private static JWSObject parse(String jws) throws SealRejected {
        if (jws.length() > MAX_LENGTH || !COMPACT.matcher(jws).matches()) {
            throw new SealRejected("not a JWS in compact serialisation");
        }
        for (String part : jws.split("\\.", -1)) {
            requireCanonical(part);
        }
        try {
            var parsed = JWSObject.parse(jws);
            for (String name : parsed.getHeader().toJSONObject().keySet()) {
                if (!KNOWN_HEADERS.contains(name)) {
                    throw new SealRejected("header parameter " + name + " is not understood");
                }
            }
            return parsed;
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw new SealRejected("the JWS header cannot be read");
        }
    }

    private static void requireCanonical(String part) throws SealRejected {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                throw new SealRejected("base64url with stray bits");
            }
        } catch (IllegalArgumentException notBase64) {
            throw new SealRejected("not base64url");
        }
    }

    private static @Nullable JWSVerifier verifier(JWK key, JWSAlgorithm algorithm) {
        try {
            JWSVerifier verifier;
            if (key instanceof ECKey ec && ec.getCurve().equals(EC.get(algorithm))) {
                verifier = new ECDSAVerifier(ec);
            } else if (key instanceof RSAKey rsa && RSA.contains(algorithm) && rsa.size() >= 2048) {
                verifier = new RSASSAVerifier(rsa);
            } else {
                return null;
            }
            boolean unfit = key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm);
            verifier.getJCAContext().setProvider(Crypto.PROVIDER);
            return unfit ? null : verifier;
        } catch (JOSEException unusable) {
            return null;
        }
    }

    private static boolean holds(JWSObject jws, JWSVerifier verifier) {
        try {
            return jws.verify(verifier);
        } catch (JOSEException unverifiable) {
            return false;
        }
    }
}
