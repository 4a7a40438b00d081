package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** A party as the document names it; on a bill from another platform the code may be missing. */
public record NamedParty(String partyName, @Nullable PartyId party) {

    /** The code as {@code provider:code}, or the name when the document gives no code. */
    public String reference() {
        return party == null ? partyName : party.toString();
    }

    boolean is(PartyId id) {
        return id.equals(party);
    }

    boolean is(ChainParty other) {
        return party != null && other.is(party);
    }
}
