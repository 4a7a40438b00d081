package org.tegata.seal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public keys of one signer; whoever verifies decides first whose keys count. */
public final class TrustedKeys {

    private final List<Named> keys;

    /** A key under the id that its owner gave it; empty if it is of a kind that nobody here verifies with. */
    private record Named(@Nullable String keyId, Optional<VerificationKey> key) {}

    private TrustedKeys(List<Named> keys) {
        this.keys = keys;
    }

    /**
     * From a JWK set (RFC 7517 section 5); refuses (IllegalArgumentException) an empty set, symmetric or private keys,
     * and keys not meant for signatures. Keys of an unknown kind count for nothing, as the RFC asks; one that we can
     * verify with must be there.
     */
    public static TrustedKeys fromJwks(String jwks) {
        return fromJwks(jwks, CryptoProvider.inUse());
    }

    static TrustedKeys fromJwks(String jwks, CryptoProvider provider) {
        try {
            // Refuses what JWKSet lets pass: a member twice in a key.
            CanonicalJson.of(jwks);
            var keys = new ArrayList<Named>();
            for (JWK key : JWKSet.parse(jwks).getKeys()) {
                PublicKeys.requirePublicForSignatures(key);
                keys.add(new Named(key.getKeyID(), ready(key, provider)));
            }
            if (keys.stream().noneMatch(key -> key.key().isPresent())) {
                throw new IllegalArgumentException("the JWK set holds no key to verify signatures with");
            }
            return new TrustedKeys(List.copyOf(keys));
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("not a JWK set", unreadable);
        }
    }

    private static Optional<VerificationKey> ready(JWK key, CryptoProvider provider) {
        try {
            return Optional.of(VerificationKey.of(key, provider));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** The keys to try: the one of that id if the seal names one of ours, else all of them. */
    List<VerificationKey> candidates(@Nullable String keyId) {
        var named = keys.stream()
                .filter(key -> keyId != null && keyId.equals(key.keyId()))
                .toList();
        return (named.isEmpty() ? keys : named)
                .stream().flatMap(key -> key.key().stream()).toList();
    }
}
