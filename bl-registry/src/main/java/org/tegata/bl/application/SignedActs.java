package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.ActStatement;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.SignedAct;
import org.tegata.bl.json.StatementJson;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * Whose act it is: verifies what an actor signed itself, or signs for an actor whose key is in custody here.
 *
 * <p>The order of refusals is deliberate: unreadable, not of the token's party, key, signature, clock. All of that is
 * known without the bill, so that who is no party to a bill learns nothing of it, neither from the answer nor from how
 * long it takes.
 */
@ApplicationScoped
public class SignedActs {

    /** The JWS header {@code typ} of an act, so that no other signature of an organisation passes for one. */
    public static final String TYPE = "act+jws";

    /** How far the actor's clock may be ahead of the register's. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final PartySignatures signatures;
    private final Custody custody;
    private final Clock clock;

    SignedActs(PartySignatures signatures, Custody custody, Clock clock) {
        this.signatures = signatures;
        this.custody = custody;
        this.clock = clock;
    }

    /** The act that the party signed with its own key; refuses another's, and keys not in force. */
    public SignedAct verified(String jws, UUID billId, PartyId party) {
        var claimed = PartySignatures.unverified(jws);
        var statement = statement(claimed.payload(), billId);
        var signedAt = statement.signedAt();
        if (signedAt == null) {
            throw malformed("signedAt is missing");
        }
        requireOwn(statement, party);
        var keyId = signatures.require(claimed, jws, TYPE, party);
        requirePresent(signedAt, clock.instant());
        return new SignedAct(statement, keyId, jws);
    }

    /** The act signed with the party's key in custody; the caller has made sure of a fresh, strong login. */
    public SignedAct inCustody(byte[] statement, UUID billId, PartyId party) {
        var asked = statement(statement, billId);
        requireOwn(asked, party);
        var now = clock.instant();
        var signedAt = asked.signedAt() == null ? now.truncatedTo(ChronoUnit.MILLIS) : asked.signedAt();
        requirePresent(signedAt, now);
        var sealer = custody.sealer(party, now);
        var signed = asked.signedAt(signedAt);
        return new SignedAct(signed, sealer.keyId(), sealer.seal(TYPE, StatementJson.write(signed)));
    }

    private static ActStatement statement(byte[] json, UUID billId) {
        var statement = StatementJson.read(json);
        if (!statement.billId().equals(billId)) {
            throw malformed("The statement is about another bill than the address");
        }
        return statement;
    }

    private static void requireOwn(ActStatement statement, PartyId party) {
        if (!statement.actor().equals(party)) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The statement is not the act of %s", party);
        }
    }

    static void requirePresent(Instant signedAt, Instant now) {
        if (signedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw new Rejected(
                    BillProblem.ACT_SIGNATURE_REJECTED, "signedAt is more than %d min ahead", CLOCK_SKEW.toMinutes());
        }
    }

    private static Rejected malformed(String detail) {
        return new Rejected(RequestProblem.MALFORMED_REQUEST, "%s", detail);
    }
}
