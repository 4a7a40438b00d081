package org.tegata.lc.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Where credits are kept. */
public interface Credits {

    /** The credit, if the party plays a part in it; to anyone else it does not exist. */
    Optional<Credit> find(UUID id, PartyId party);

    /** That credit; refuses (404) a stranger as it refuses an unknown id. */
    default Credit require(UUID id, PartyId party) {
        return find(id, party)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title()));
    }

    /** The party's credits, newest first, from below {@code before}. */
    List<Credit> list(PartyId party, @Nullable UUID before, int limit);

    /** Keeps a new credit and the bytes it came as; refuses (409) a number that the issuing bank has used. */
    void add(Credit issued, CreditDocument document);

    /** Keeps the credit after one act; refuses (412) when another act came first. */
    void save(Credit changed);

    /** The bytes of a credit that exists. */
    CreditDocument document(UUID id);
}
