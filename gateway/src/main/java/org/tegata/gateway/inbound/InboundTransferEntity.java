package org.tegata.gateway.inbound;

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
import org.tegata.gateway.pint.EnvelopeVerifier;
import org.tegata.gateway.pint.PintJson;
import org.tegata.gateway.pint.Reason;
import org.tegata.gateway.pint.ResponseCode;
import org.tegata.gateway.pint.SignedEnvelope;

/** Row of one received envelope; only what a known platform has signed gets one. */
@Entity
@Table(name = "inbound_transfer")
class InboundTransferEntity {

    @Id
    private UUID id = new UUID(0, 0);

    private long version;

    @Enumerated(EnumType.STRING)
    private InboundState state = InboundState.ACTIVE;

    @Column(name = "sending_platform")
    private String sendingPlatform = "";

    @Column(name = "transport_document_reference")
    private String transportDocumentReference = "";

    @Column(name = "transport_document_checksum")
    private String transportDocumentChecksum = "";

    @Column(name = "last_entry_checksum")
    private String lastEntryChecksum = "";

    @Column(name = "last_entry_payload_checksum")
    private String lastEntryPayloadChecksum = "";

    private byte[] envelope = {};

    @Column(name = "bill_id")
    private @Nullable UUID billId;

    @Column(name = "response_code")
    private @Nullable String responseCode;

    @Column(name = "signed_response")
    private @Nullable String signedResponse;

    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    InboundTransferEntity() {}

    InboundTransferEntity(UUID id, String sendingPlatform, Envelope read, byte[] received, Instant now) {
        this.id = id;
        this.sendingPlatform = sendingPlatform;
        this.transportDocumentReference = PintJson.object(read.transportDocument())
                .path("transportDocumentReference")
                .asText();
        this.transportDocumentChecksum = read.transportDocumentChecksum();
        this.lastEntryChecksum = read.lastEntryChecksum();
        this.lastEntryPayloadChecksum = read.lastEntryPayloadChecksum();
        this.envelope = received.clone();
        this.createdAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    InboundState state() {
        return state;
    }

    String transportDocumentChecksum() {
        return transportDocumentChecksum;
    }

    String lastEntryChecksum() {
        return lastEntryChecksum;
    }

    String lastEntryPayloadChecksum() {
        return lastEntryPayloadChecksum;
    }

    @Nullable
    String reason() {
        return reason;
    }

    /** The envelope as it was received and verified. */
    SignedEnvelope signed() {
        return EnvelopeVerifier.reopen(Envelope.stored(envelope));
    }

    void committing(Instant now) {
        state = InboundState.COMMITTING;
        updatedAt = now;
    }

    void replaced(Instant now) {
        state = InboundState.REPLACED;
        updatedAt = now;
    }

    /** The registry has committed; the version counts the one event that tells so. */
    EnvelopeEvent accepted(@Nullable UUID bill, String answer, String ourPlatform, Instant now) {
        state = InboundState.ACCEPTED;
        billId = bill;
        responseCode = ResponseCode.RECE.name();
        signedResponse = answer;
        reason = null;
        version = 1;
        updatedAt = now;
        return new EnvelopeEvent(
                id,
                EnvelopeEvent.Direction.INBOUND,
                bill,
                transportDocumentReference,
                transportDocumentChecksum,
                lastEntryChecksum,
                sendingPlatform,
                ourPlatform,
                ResponseCode.RECE.name(),
                null);
    }

    void refused(ResponseCode code, String why, String answer, Instant now) {
        state = code == ResponseCode.DISE ? InboundState.DISPUTED : InboundState.REFUSED;
        responseCode = code.name();
        reason = Reason.clean(why);
        signedResponse = answer;
        updatedAt = now;
    }
}
