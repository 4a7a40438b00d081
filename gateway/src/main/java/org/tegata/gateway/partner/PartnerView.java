package org.tegata.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;

/** A partner platform as operators see it. */
public record PartnerView(String eblPlatform, String baseUrl, JsonNode jwks, long version, String updatedAt) {}
