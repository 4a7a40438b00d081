package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * The other party of an act as the caller names it.
 *
 * @param partyName needed when this platform does not know the party
 * @param eblPlatform null for this platform
 */
public record NamedRecipient(
        PartyId party, @Nullable String partyName, @Nullable String eblPlatform) {}
