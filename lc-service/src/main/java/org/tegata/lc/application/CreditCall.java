package org.tegata.lc.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tegata.access.PartyId;

/**
 * A call to act on one credit.
 *
 * @param expectedVersion the version that the caller has read
 * @param body what was sent with the call
 */
public record CreditCall(PartyId actor, UUID creditId, String idempotencyKey, long expectedVersion, byte[] body) {

    /** What distinguishes this request from others under the same key. */
    byte[] fingerprint(String act) {
        byte[] head = (act + " " + creditId + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
