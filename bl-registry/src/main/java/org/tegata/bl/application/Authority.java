package org.tegata.bl.application;

import java.time.Instant;
import org.tegata.bl.domain.SignedAct;
import org.tegata.bl.json.StatementJson;

/**
 * By what an act is kept: the signature of its actor, and the actor's own name for the attempt.
 *
 * @param at when the register decided; the key must be in force then
 */
public record Authority(SignedAct act, String idempotencyKey, Instant at) {

    /** What makes this request this request, whenever it was signed. */
    public byte[] fingerprint() {
        return StatementJson.write(act.statement().timeless());
    }
}
