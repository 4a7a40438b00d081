package org.tegata.lc.domain;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** Which organisation plays which part in the credit (UCP 600 art. 2). One bank may play several. */
public record CreditRoles(
        PartyId issuingBank,
        PartyId applicant,
        PartyId beneficiary,
        PartyId advisingBank,
        @Nullable PartyId confirmingBank) {

    /** Everyone who may see the credit. */
    public Set<PartyId> all() {
        var parties = new LinkedHashSet<PartyId>();
        parties.add(issuingBank);
        parties.add(applicant);
        parties.add(beneficiary);
        parties.add(advisingBank);
        if (confirmingBank != null) {
            parties.add(confirmingBank);
        }
        return parties;
    }

    /** Field 49H is for these only. */
    public boolean isBank(PartyId party) {
        return party.equals(issuingBank) || party.equals(advisingBank) || party.equals(confirmingBank);
    }
}
