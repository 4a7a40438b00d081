package org.tegata.gateway.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.EnvelopeEvent;
import org.tegata.gateway.pint.Envelope;
import org.tegata.gateway.pint.Reason;
import org.tegata.gateway.pint.ResponseCode;
import org.tegata.gateway.pint.SignedAnswer;

/** Row of one envelope to be sent; its id is the registry's id of the envelope that is due. */
@Entity
@Table(name = "outbound_transfer")
class OutboundTransferEntity {

    @Id
    private UUID id = new UUID(0, 0);

    private long version;

    @Enumerated(EnumType.STRING)
    private OutboundState state = OutboundState.DUE;

    @Column(name = "bill_id")
    private UUID billId = new UUID(0, 0);

    private String purpose = "";

    @Column(name = "recipient_platform")
    private String recipientPlatform = "";

    @Column(name = "transport_document_reference")
    private String transportDocumentReference = "";

    @Column(name = "transport_document_checksum")
    private @Nullable String transportDocumentChecksum;

    @Column(name = "last_entry_checksum")
    private @Nullable String lastEntryChecksum;

    private byte @Nullable [] envelope;

    private byte @Nullable [] visualisation;

    @Column(name = "response_code")
    private @Nullable String responseCode;

    @Column(name = "signed_response")
    private @Nullable String signedResponse;

    private @Nullable String reason;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt = Instant.EPOCH;

    @Column(name = "reported_at")
    private @Nullable Instant reportedAt;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    OutboundTransferEntity() {}

    OutboundTransferEntity(DueEnvelope due, Instant now) {
        this.id = due.envelopeId();
        this.billId = due.billId();
        this.purpose = due.purpose();
        this.recipientPlatform = due.recipientPlatform();
        this.transportDocumentReference = due.transportDocumentReference();
        this.nextAttemptAt = now;
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    OutboundState state() {
        return state;
    }

    UUID billId() {
        return billId;
    }

    String recipientPlatform() {
        return recipientPlatform;
    }

    int attempts() {
        return attempts;
    }

    /** What is sent, and nothing else is ever sent for this transfer. */
    PreparedEnvelope prepared() {
        if (envelope == null || lastEntryChecksum == null) {
            throw new IllegalStateException("nothing is prepared for " + id);
        }
        return new PreparedEnvelope(Envelope.stored(envelope), envelope, visualisation, recipientPlatform);
    }

    @Nullable
    String responseCode() {
        return responseCode;
    }

    @Nullable
    String signedResponse() {
        return signedResponse;
    }

    /** From here on the bytes may leave; version 1 tells so. */
    EnvelopeEvent sending(PreparedEnvelope prepared, String ourPlatform, Instant now) {
        state = OutboundState.SENDING;
        // The registry's content is the authority; the event only announced it.
        recipientPlatform = prepared.recipientPlatform();
        envelope = prepared.bytes();
        visualisation = prepared.visualisation();
        transportDocumentChecksum = prepared.envelope().transportDocumentChecksum();
        lastEntryChecksum = prepared.envelope().lastEntryChecksum();
        version = 1;
        reason = null;
        updatedAt = now;
        return event(ourPlatform);
    }

    /** A signed answer is held; version 2 tells which. */
    EnvelopeEvent answered(OutboundState outcome, SignedAnswer answer, @Nullable String why, String ours, Instant now) {
        state = outcome;
        responseCode = answer.response().responseCode().name();
        signedResponse = answer.signedContent();
        reason = why;
        version = 2;
        attempts = 0;
        // The lease goes on: whoever holds the answer reports it now, and nobody beside.
        updatedAt = now;
        return event(ours);
    }

    void withdrawn(String why, Instant now) {
        state = OutboundState.WITHDRAWN;
        reason = why;
        updatedAt = now;
    }

    void reported(Instant now) {
        reportedAt = now;
        updatedAt = now;
    }

    /** Nothing decisive happened; the reason is for operators, and never for the registry. */
    void postponed(String why, Instant next, Instant now) {
        reason = Reason.clean(why);
        nextAttemptAt = next;
        updatedAt = now;
    }

    boolean isReported() {
        return reportedAt != null;
    }

    /** What the registry is told: DISE for a DUPE that confirms something else, for it keeps the bill locked. */
    ResponseCode reportedCode() {
        if (state == OutboundState.DISPUTED) {
            return ResponseCode.DISE;
        }
        return ResponseCode.valueOf(String.valueOf(responseCode));
    }

    private EnvelopeEvent event(String ourPlatform) {
        return new EnvelopeEvent(
                id,
                EnvelopeEvent.Direction.OUTBOUND,
                billId,
                transportDocumentReference,
                String.valueOf(transportDocumentChecksum),
                String.valueOf(lastEntryChecksum),
                ourPlatform,
                recipientPlatform,
                responseCode,
                reason);
    }
}
