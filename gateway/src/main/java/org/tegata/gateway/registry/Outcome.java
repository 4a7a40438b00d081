package org.tegata.gateway.registry;

import java.util.List;
import java.util.UUID;

/** How a sent envelope ended (POST /gateway/bills/{id}/outcome). */
public record Outcome(
        UUID envelopeId, boolean accepted, String responseCode, String signedResponse, List<String> entries) {

    public Outcome {
        entries = List.copyOf(entries);
    }
}
