package org.tegata.lc.domain;

import java.util.Optional;
import org.tegata.access.PartyId;

/**
 * A party as the owner of a document writes it. A bill that came from another platform may name parties by codes that
 * no {@link PartyId} can have: they are kept and compared as they are, so such a party is never taken for nobody.
 *
 * @param codeListProvider what stands before the first colon; empty when the text has none, or nothing before it
 * @param partyCode the rest
 */
public record PartyCode(String codeListProvider, String partyCode) {

    /** Reads any text; gives it back by {@link #toString()}. */
    public static PartyCode read(String text) {
        int colon = text.indexOf(':');
        return colon <= 0
                ? new PartyCode("", text)
                : new PartyCode(text.substring(0, colon), text.substring(colon + 1));
    }

    public static PartyCode of(PartyId party) {
        return new PartyCode(party.codeListProvider(), party.partyCode());
    }

    /** Whether this is that party. */
    public boolean names(PartyId party) {
        return equals(of(party));
    }

    /** The party that can act here under this code; empty when the code is none that this platform knows. */
    public Optional<PartyId> party() {
        try {
            return Optional.of(PartyId.parse(toString()));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return codeListProvider.isEmpty() ? partyCode : codeListProvider + ":" + partyCode;
    }
}
