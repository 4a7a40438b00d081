package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * One code of a party as another platform may write it (DCSA {@code IdentifyingCode}); not checked as a {@link PartyId}
 * is, for a foreign chain is evidence and is not refused for the form of a code.
 */
public record IdentifyingCode(
        String codeListProvider, String partyCode, @Nullable String codeListName) {

    static IdentifyingCode of(PartyId id) {
        return new IdentifyingCode(
                id.codeListProvider(), id.partyCode(), PartyId.GLEIF.equals(id.codeListProvider()) ? "LEI" : null);
    }

    boolean is(PartyId id) {
        return codeListProvider.equals(id.codeListProvider()) && partyCode.equals(id.partyCode());
    }

    /** Whether that is this code, {@code provider:code}. */
    boolean isWritten(String reference) {
        int colon = codeListProvider.length();
        return reference.length() == colon + 1 + partyCode.length()
                && reference.charAt(colon) == ':'
                && reference.startsWith(codeListProvider)
                && reference.endsWith(partyCode);
    }

    boolean sameCode(IdentifyingCode other) {
        return codeListProvider.equals(other.codeListProvider) && partyCode.equals(other.partyCode);
    }

    @Override
    public String toString() {
        return codeListProvider + ":" + partyCode;
    }
}
