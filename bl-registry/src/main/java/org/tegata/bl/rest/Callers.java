package org.tegata.bl.rest;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tegata.access.ActingParty;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.TitleAct;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Who calls, and when. */
@RequestScoped
class Callers {

    private final ActingParty acting;
    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final Clock clock;

    Callers(ActingParty acting, JsonWebToken token, SecurityIdentity identity, Clock clock) {
        this.acting = acting;
        this.token = token;
        this.identity = identity;
        this.clock = clock;
    }

    PartyId party() {
        return acting.id();
    }

    /** The person or system within the party. */
    String user() {
        return acting.user();
    }

    /** Whoever lodges a draft: that is no act on a title yet, and needs no signature. */
    Caller lodging() {
        return Caller.unsigned(acting.id(), acting.user(), clock.instant());
    }

    /** Refuses whoever is not the operator. */
    void requireOperator() {
        if (!isOperator()) {
            throw new Rejected(RequestProblem.FORBIDDEN, RequestProblem.FORBIDDEN.title());
        }
    }

    private boolean isOperator() {
        return identity.hasRole(Scopes.ADMIN);
    }

    /** Refuses whoever is neither that party nor the operator. */
    void requireSelfOrOperator(PartyId party) {
        if (!isOperator() && !acting.id().equals(party)) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The token is not one of %s", party);
        }
    }

    /** Refuses whoever is not that party. */
    void requireSelf(PartyId party) {
        if (!acting.id().equals(party)) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The token is not one of %s", party);
        }
    }

    /** Refuses an act for which the token was not given: who may issue may not give bills away, and vice versa. */
    void requireScopeOf(TitleAct act) {
        boolean issues = act == TitleAct.ISSUE || act == TitleAct.SWITCH_TO_PAPER;
        boolean writes = act.role() == TitleAct.Role.HOLDER;
        if ((issues && !identity.hasRole(Scopes.ISSUE)) || (writes && !identity.hasRole(Scopes.WRITE))) {
            throw new Rejected(RequestProblem.FORBIDDEN, RequestProblem.FORBIDDEN.title());
        }
    }

    /** The gateway, which acts for no party. */
    Caller gateway() {
        var subject = token.getSubject();
        return Caller.unsigned(null, subject == null ? "gateway" : subject, clock.instant());
    }
}
