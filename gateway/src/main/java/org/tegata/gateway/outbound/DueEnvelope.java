package org.tegata.gateway.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The registry's announcement that an envelope is due (event bill.transfer-started.v1). */
record DueEnvelope(
        UUID envelopeId, UUID billId, String purpose, String recipientPlatform, String transportDocumentReference) {

    static DueEnvelope read(JsonNode data) {
        return new DueEnvelope(
                UUID.fromString(required(data, "envelopeId")),
                UUID.fromString(required(data, "billId")),
                required(data, "purpose"),
                required(data, "recipientPlatform"),
                required(data, "transportDocumentReference"));
    }

    private static String required(JsonNode data, String name) {
        JsonNode value = data.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new IllegalArgumentException("bill.transfer-started.v1 lacks " + name);
        }
        return value.textValue();
    }
}
