package org.tegata.bl.domain;

import java.util.Optional;
import org.tegata.access.PartyId;

/** The organisations that this platform knows. */
public interface Directory {

    /** The name of a party of this platform. */
    Optional<String> name(PartyId party);

    void putParty(PartyId party, String name);
}
