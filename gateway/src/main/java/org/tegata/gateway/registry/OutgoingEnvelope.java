package org.tegata.gateway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the registry wants sent (GET /gateway/bills/{id}/outgoing).
 *
 * @param transactions what our new chain entry must record, verbatim
 * @param receivedEntries the chain so far
 */
public record OutgoingEnvelope(
        UUID billId,
        UUID envelopeId,
        String recipientPlatform,
        String transportDocument,
        String issuanceManifestSignedContent,
        List<JsonNode> transactions,
        List<String> receivedEntries,
        @Nullable Document visualisation) {

    /** A document that travels beside the bill. */
    public record Document(String name, String mediaType, String contentBase64) {}
}
