package org.tegata.bl.application;

import java.nio.charset.StandardCharsets;
import org.tegata.bl.domain.Caller;

/**
 * One attempt to act: who, under which idempotency key, and what makes this request this request.
 *
 * @param what the call and its arguments; the same key with another text is refused
 */
public record Request(Caller caller, String idempotencyKey, String what) {

    byte[] fingerprint() {
        return what.getBytes(StandardCharsets.UTF_8);
    }
}
