package org.tegata.gateway.pint;

import java.util.List;
import java.util.Optional;
import org.tegata.seal.SealVerifier;

/** Whose keys count for whom; a key is bound to its platform or carrier and to no other. */
public interface KeyDirectory {

    /** Keys of the platform with this code, our own included. */
    Optional<SealVerifier> platform(String eblPlatform);

    /** Keys of the first carrier registered under one of these {@code provider:code} names. */
    Optional<SealVerifier> carrier(List<String> partyIds);
}
