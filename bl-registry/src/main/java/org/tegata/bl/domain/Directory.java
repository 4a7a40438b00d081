package org.tegata.bl.domain;

import java.util.Optional;
import org.tegata.access.PartyId;

/** The organisations that this platform knows. */
public interface Directory {

    /** The name of a party or carrier of this platform. */
    Optional<String> name(PartyId party);

    /** The public keys (JWK set) of a carrier of this platform. */
    Optional<String> carrierKeys(PartyId carrier);

    void putParty(PartyId party, String name);

    void putCarrier(PartyId carrier, String name, String jwks);
}
