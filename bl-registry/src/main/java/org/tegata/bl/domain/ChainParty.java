package org.tegata.bl.domain;

import java.util.List;
import org.tegata.access.PartyId;

/** An actor or recipient of a transaction, on its platform (DCSA {@code ActorParty}, {@code RecipientParty}). */
public record ChainParty(String partyName, String eblPlatform, List<IdentifyingCode> identifyingCodes) {

    public ChainParty {
        identifyingCodes = List.copyOf(identifyingCodes);
        if (identifyingCodes.isEmpty()) {
            throw new IllegalArgumentException("a party in a chain has at least one identifying code");
        }
    }

    /** A party of which we know one code. */
    public static ChainParty of(PartyId id, String name, String eblPlatform) {
        return new ChainParty(name, eblPlatform, List.of(IdentifyingCode.of(id)));
    }

    /** Whether this is the organisation with that code. */
    public boolean is(PartyId id) {
        return identifyingCodes.stream().anyMatch(code -> code.is(id));
    }

    /** Whether one code names both; names and platforms may differ. */
    public boolean sameParty(ChainParty other) {
        return identifyingCodes.stream()
                .anyMatch(code -> other.identifyingCodes.stream().anyMatch(code::sameCode));
    }

    /** Whether it claims to be two legal entities: whoever has two LEIs could lend one to another. */
    boolean hasTwoLeis() {
        return identifyingCodes.stream()
                        .filter(code -> PartyId.GLEIF.equals(code.codeListProvider()))
                        .map(IdentifyingCode::partyCode)
                        .distinct()
                        .count()
                > 1;
    }

    boolean isAt(String platform) {
        return eblPlatform.equals(platform);
    }

    /** The party in one word, {@code provider:code}: its LEI when it has one. */
    public String reference() {
        return identifyingCodes.stream()
                .filter(code -> PartyId.GLEIF.equals(code.codeListProvider()))
                .findFirst()
                .orElse(identifyingCodes.get(0))
                .toString();
    }
}
