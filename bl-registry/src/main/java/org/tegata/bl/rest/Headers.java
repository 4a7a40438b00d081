package org.tegata.bl.rest;

import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Names of request headers and media types. */
final class Headers {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** JWS in compact serialisation (RFC 7515 section 9.2.1). */
    static final String JOSE = "application/jose";

    private Headers() {}

    /** Whether the body is JSON, and not a JWS; refuses one that does not say: nobody guesses what was signed. */
    static boolean isJson(@Nullable MediaType type) {
        if (type == null) {
            throw new Rejected(RequestProblem.UNSUPPORTED_MEDIA_TYPE, RequestProblem.UNSUPPORTED_MEDIA_TYPE.title());
        }
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
