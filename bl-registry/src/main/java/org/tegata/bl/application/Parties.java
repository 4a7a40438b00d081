package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.IdentifyingCode;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.seal.TrustedKeys;

/** The parties and carriers of this platform: what an operator registers, and who lives here. */
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

    /** Registers a carrier with its public keys; refuses secrets and what is not a JWK set. */
    @Transactional
    public void putCarrier(PartyId carrier, String name, String jwks) {
        try {
            TrustedKeys.fromJwks(jwks);
        } catch (IllegalArgumentException unfit) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "jwks: %s", String.valueOf(unfit.getMessage()));
        }
        directory.putCarrier(carrier, name, jwks);
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
