package org.tegata.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An envelope transfer as operators see it.
 *
 * @param version the number of events published about it
 * @param partner the other platform
 * @param signedResponse the answer that decided, as evidence: the partner's for what we sent, ours for what we received
 * @param reason why it was refused, or why it is still waiting
 * @param nextAttemptAt when it is tried again, absent when nothing is left to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvelopeView(
        UUID id,
        String direction,
        String state,
        long version,
        String partner,
        @Nullable UUID billId,
        String transportDocumentReference,
        @Nullable String transportDocumentChecksum,
        @Nullable String lastEntryChecksum,
        @Nullable String responseCode,
        @Nullable String signedResponse,
        @Nullable String reason,
        int attempts,
        @Nullable String nextAttemptAt,
        String createdAt,
        String updatedAt) {}
