package org.tegata.invoice.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * The Seller or the Buyer (EN 16931 BG-4, BG-7).
 *
 * @param party its Legal Entity Identifier where the invoice gives one
 * @param country ISO 3166-1 alpha-2
 */
public record TradeParty(
        String name, @Nullable PartyId party, @Nullable String country) {}
