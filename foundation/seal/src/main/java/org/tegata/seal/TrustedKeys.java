package org.tegata.seal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;

/** The public keys of one signer; whoever verifies decides first whose keys count. */
public final class TrustedKeys {

    private final List<JWK> keys;

    private TrustedKeys(List<JWK> keys) {
        this.keys = keys;
    }

    /**
     * From a JWK set (RFC 7517 section 5); refuses (IllegalArgumentException) an empty set, symmetric or private keys,
     * and keys not meant for signatures.
     */
    public static TrustedKeys fromJwks(String jwks) {
        try {
            var parsed = JWKSet.parse(jwks).getKeys();
            if (parsed.isEmpty()) {
                throw new IllegalArgumentException("the JWK set is empty");
            }
            for (JWK key : parsed) {
                if (key.isPrivate() || key.toPublicJWK() == null) {
                    throw new IllegalArgumentException("the JWK set holds a secret; give public keys only");
                }
                if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
                    throw new IllegalArgumentException("the JWK set holds a key that is not for signatures");
                }
            }
            return new TrustedKeys(parsed);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("not a JWK set", unreadable);
        }
    }

    /** The keys to try: the one of that id if the seal names one of ours, else all of them. */
    List<JWK> candidates(@org.jspecify.annotations.Nullable String keyId) {
        var named = keys.stream()
                .filter(key -> keyId != null && keyId.equals(key.getKeyID()))
                .toList();
        return named.isEmpty() ? keys : named;
    }
}
