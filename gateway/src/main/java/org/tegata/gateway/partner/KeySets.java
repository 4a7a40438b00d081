package org.tegata.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.GatewayProblem;
import org.tegata.gateway.pint.PintJson;
import org.tegata.problem.Rejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.TrustedKeys;

/** JWK sets on their way between a request, the table and a verifier. */
final class KeySets {

    private static final int MAX_LENGTH = 50_000;

    private KeySets() {}

    /** The set as text; refuses private and symmetric keys, and what is no key set. */
    static String accept(@Nullable JsonNode jwks) {
        if (jwks == null || !jwks.isObject()) {
            throw new Rejected(GatewayProblem.KEYS_INVALID, "jwks must be a JWK set: {\"keys\":[…]}");
        }
        String text = jwks.toString();
        if (text.length() > MAX_LENGTH) {
            throw new Rejected(GatewayProblem.KEYS_INVALID, "jwks is longer than %d characters", MAX_LENGTH);
        }
        try {
            TrustedKeys.fromJwks(text);
            return text;
        } catch (IllegalArgumentException unusable) {
            String why = unusable.getMessage() == null ? "unusable" : unusable.getMessage();
            throw new Rejected(GatewayProblem.KEYS_INVALID, why);
        }
    }

    static JsonNode tree(String jwks) {
        return PintJson.value(jwks);
    }

    static SealVerifier verifier(String jwks) {
        return new SealVerifier(TrustedKeys.fromJwks(jwks));
    }
}
