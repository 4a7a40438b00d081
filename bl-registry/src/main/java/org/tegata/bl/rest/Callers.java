package org.tegata.bl.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.access.IdempotencyKey;
import org.tegata.access.PartyId;
import org.tegata.bl.application.Request;
import org.tegata.bl.domain.Caller;

/** Who calls, and when. */
@RequestScoped
class Callers {

    private final ActingParty acting;
    private final JsonWebToken token;
    private final Clock clock;

    Callers(ActingParty acting, JsonWebToken token, Clock clock) {
        this.acting = acting;
        this.token = token;
        this.clock = clock;
    }

    PartyId party() {
        return acting.id();
    }

    /** A party's attempt; {@code what} is the call with its arguments. */
    Request request(@Nullable String idempotencyKey, String what) {
        var key = IdempotencyKey.require(idempotencyKey);
        return new Request(new Caller(acting.id(), acting.user(), clock.instant()), key, what);
    }

    /** The gateway, which acts for no party. */
    Caller gateway() {
        var subject = token.getSubject();
        return new Caller(null, subject == null ? "gateway" : subject, clock.instant());
    }
}
