package org.tegata.access;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** The organisation on whose behalf the caller acts: claim {@code party} of the verified bearer token. */
@RequestScoped
public class ActingParty {

    /** The claim that names the organisation, written {@code provider:code}. */
    public static final String CLAIM = "party";

    private final JsonWebToken token;

    ActingParty(JsonWebToken token) {
        this.token = token;
    }

    /** The acting organisation; refuses (403) when the token names none. */
    public PartyId id() {
        Object claim = token.getClaim(CLAIM);
        if (claim == null) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The token names no acting party (claim \"%s\")", CLAIM);
        }
        try {
            return PartyId.parse(claim.toString());
        } catch (IllegalArgumentException unreadable) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The token's party is not one: %s", unreadable.getMessage());
        }
    }

    /** The person or system within the organisation: claim {@code sub}. */
    public String user() {
        String subject = token.getSubject();
        return subject == null ? "" : subject;
    }
}
