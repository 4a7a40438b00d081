package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * One act in the life of a bill (DCSA PINT 3.0.0, Transaction).
 *
 * @param content all that the sender signed, known to us or not; passed on as it came
 */
public record Transaction(
        ActionCode actionCode,
        Party actor,
        @Nullable Party recipient,
        @Nullable String reasonCode,
        JsonNode content) {

    private static final int MAX_ACTION = 50;
    private static final int MAX_TIME = 40;
    private static final int MAX_REASON = 4;
    private static final int MAX_COMMENTS = 255;
    private static final int MAX_AUDIT = 100;

    static Transaction read(Payload payload) {
        String code = payload.text("actionCode", MAX_ACTION);
        ActionCode action;
        try {
            action = ActionCode.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw payload.wrong("actionCode", "is not known: " + code);
        }
        try {
            // Peers write nanoseconds where the standard asks for milliseconds; both are read.
            OffsetDateTime.parse(payload.text("actionDateTime", MAX_TIME));
        } catch (DateTimeParseException notATime) {
            throw payload.wrong("actionDateTime", "is not an RFC 3339 time");
        }
        payload.optionalText("comments", MAX_COMMENTS);
        payload.optionalText("auditReference", MAX_AUDIT);
        Payload recipient = payload.optionalObject("recipient");
        return new Transaction(
                action,
                Party.read(payload.object("actor")),
                recipient == null ? null : Party.read(recipient),
                payload.optionalText("reasonCode", MAX_REASON),
                payload.content());
    }
}
