package org.tegata.gateway.pint;

import java.util.Optional;
import org.tegata.access.PartyId;
import org.tegata.seal.SealVerifier;

/** Whose keys count for whom; a key is bound to its platform or carrier and to no other. */
public interface KeyDirectory {

    /** Keys of the platform with this code, our own included. */
    Optional<SealVerifier> platform(String eblPlatform);

    /** Keys of the carrier registered under exactly this name. */
    Optional<SealVerifier> carrier(PartyId carrier);
}
