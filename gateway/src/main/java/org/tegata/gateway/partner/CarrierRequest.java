package org.tegata.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Body of PUT /carriers/{partyId}. */
public record CarrierRequest(
        @Nullable String name, @Nullable JsonNode jwks) {}
