package org.tegata.bl.domain;

import java.util.List;
import java.util.stream.Stream;
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
        // a loop: asked of every party of a chain at every act
        for (var code : identifyingCodes) {
            if (code.is(id)) {
                return true;
            }
        }
        return false;
    }

    boolean is(String reference) {
        for (var code : identifyingCodes) {
            if (code.isWritten(reference)) {
                return true;
            }
        }
        return false;
    }

    /** The same party known by that code alone. */
    ChainParty only(PartyId id) {
        var code = identifyingCodes.stream().filter(one -> one.is(id)).limit(1).toList();
        return new ChainParty(partyName, eblPlatform, code);
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

    /** All its codes, {@code provider:code}. */
    Stream<String> codes() {
        return identifyingCodes.stream().map(IdentifyingCode::toString);
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
