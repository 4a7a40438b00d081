package org.tegata.bl.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What went to and came from other platforms, kept as evidence beside the records. */
public interface Envelopes {

    /** Where an outgoing envelope stands. */
    enum State {
        DUE,
        ACCEPTED,
        REFUSED,
        DISPUTED
    }

    /** An outgoing envelope; {@code fromSequence} is the version of the bill that made it due. */
    record Outgoing(
            UUID id, UUID billId, EnvelopePurpose purpose, String recipientPlatform, long fromSequence, State state) {}

    /** The signed chain exchanged so far. */
    List<String> chain(UUID billId);

    void extend(UUID billId, int fromPosition, List<String> entries);

    void due(Outgoing envelope);

    Optional<Outgoing> outgoing(UUID envelopeId);

    /** Keeps the other platform's signed answer; {@code signedResponse} is null when its next act proved acceptance. */
    void answered(UUID envelopeId, State state, String code, @Nullable String signedResponse, List<String> sent);

    void received(UUID billId, ReceivedEnvelope envelope);

    boolean acceptedBefore(UUID billId, int chainLength);

    void dispute(UUID billId, String otherPlatform, String reason, List<String> evidence);
}
