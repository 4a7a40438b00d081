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

    /** As {@code envelope.<what>.v1}, the {@code sequence}-th event of this transfer. */
    public Event as(String what, long sequence) {
        return new Event("envelope." + what + ".v1", "envelopes", envelopeId, sequence, this);
    }
}
