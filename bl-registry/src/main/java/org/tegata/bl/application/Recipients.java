package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.Directory;
import org.tegata.problem.Rejected;

/** Finds out who the other party of an act is. */
@ApplicationScoped
class Recipients {

    private final Directory directory;
    private final String platform;

    Recipients(Directory directory, RegistryConfig config) {
        this.directory = directory;
        this.platform = config.eblPlatform();
    }

    /** Who gets possession: on this platform only a party that it knows, else nobody could ever act on the bill. */
    ChainParty possessor(NamedRecipient named) {
        if (isHere(named) && directory.name(named.party()).isEmpty()) {
            throw new Rejected(BillProblem.UNKNOWN_RECIPIENT, "%s is not a party of %s", named.party(), platform);
        }
        return party(named);
    }

    /** Who is endorsed to; an endorsement moves nothing, so the party need not be known here. */
    @Nullable
    ChainParty endorsee(@Nullable NamedRecipient named) {
        return named == null ? null : party(named);
    }

    private ChainParty party(NamedRecipient named) {
        var eblPlatform = named.eblPlatform() == null ? platform : named.eblPlatform();
        var known = isHere(named) ? directory.name(named.party()).orElse(named.partyName()) : named.partyName();
        if (known == null) {
            throw new Rejected(BillProblem.PARTY_MISSING, "%s is not known here: give its partyName", named.party());
        }
        return ChainParty.of(named.party(), known, eblPlatform);
    }

    private boolean isHere(NamedRecipient named) {
        return named.eblPlatform() == null || named.eblPlatform().equals(platform);
    }
}
