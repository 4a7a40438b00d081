package org.tegata.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;

/** A carrier as operators see it. */
public record CarrierView(String partyId, String name, JsonNode jwks, long version, String updatedAt) {}
