package org.tegata.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Body of PUT /partners/{eblPlatform}.
 *
 * @param baseUrl where the partner's PINT API is, without {@code /v3}
 * @param jwks the public keys that sign for the partner
 */
public record PartnerRequest(
        @Nullable String baseUrl, @Nullable JsonNode jwks) {}
