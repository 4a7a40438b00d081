package org.tegata.gateway.pint;

import java.util.List;

/** Actor or recipient of a transaction (DCSA PINT 3.0.0, ActorParty and RecipientParty). */
public record Party(String partyName, String eblPlatform, List<IdentifyingCode> identifyingCodes) {

    private static final int MAX_NAME = 70;

    static Party read(Payload payload) {
        return new Party(
                payload.text("partyName", MAX_NAME),
                payload.platform("eblPlatform"),
                payload.list("identifyingCodes", 1, IdentifyingCode::read));
    }

    /** Whether both carry one code of the same list. */
    boolean isSameAs(Party other) {
        return identifyingCodes.stream()
                .anyMatch(mine -> other.identifyingCodes().stream().anyMatch(mine::names));
    }
}
