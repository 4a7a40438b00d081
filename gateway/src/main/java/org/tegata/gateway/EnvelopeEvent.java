package org.tegata.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.outbox.Event;

/** What the topic {@code envelopes} tells about one envelope transfer, whichever way it goes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvelopeEvent(
        UUID envelopeId,
        Direction direction,
        @Nullable UUID billId,
        String transportDocumentReference,
        String transportDocumentChecksum,
        String lastEntryChecksum,
        String sendingPlatform,
        String receivingPlatform,
        @Nullable String responseCode,
        @Nullable String reason) {

    /** Seen from this platform. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** The five things that happen to an envelope transfer. */
    public enum Type {
        /** Its bytes are stored and may leave from now on. */
        SENT("envelope.sent.v1"),
        /** The partner signed RECE or DUPE. */
        ACCEPTED("envelope.accepted.v1"),
        /** The partner signed BENV or BSIG. */
        REFUSED("envelope.refused.v1"),
        /** The partner signed DISE, or confirmed what was never sent. */
        DISPUTED("envelope.disputed.v1"),
        /** A partner's envelope was accepted here. */
        RECEIVED("envelope.received.v1");

        private final String eventType;

        Type(String eventType) {
            this.eventType = eventType;
        }
    }

    /** The {@code sequence}-th event of this transfer. */
    public Event as(Type type, long sequence) {
        return new Event(type.eventType, "envelopes", envelopeId, sequence, this);
    }
}
