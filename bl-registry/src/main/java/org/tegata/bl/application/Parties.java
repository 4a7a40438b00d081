package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.IdentifyingCode;

/** The parties of this platform: what an operator registers, and who lives here. */
@ApplicationScoped
public class Parties {

    private final Directory directory;

    Parties(Directory directory) {
        this.directory = directory;
    }

    @Transactional
    public void putParty(PartyId party, String name) {
        directory.putParty(party, name);
    }

    /** Whether a code in a chain names a party of this platform. */
    boolean livesHere(IdentifyingCode code) {
        try {
            return directory
                    .name(new PartyId(code.codeListProvider(), code.partyCode()))
                    .isPresent();
        } catch (IllegalArgumentException notOfOurs) {
            return false;
        }
    }
}
