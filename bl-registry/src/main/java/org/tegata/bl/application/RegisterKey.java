package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.seal.VerificationKey;

/**
 * A party gets another key: from the operator, or from the party itself by a key that is in force (rotation). A key
 * that is there keeps its window, and a revoked one stays revoked, however often it is registered.
 */
@ApplicationScoped
public class RegisterKey {

    /** The JWS header {@code typ} of a rotation: no act passes for one, and the other way round. */
    public static final String TYPE = "key+jws";

    private static final int LONGEST_LIFE_YEARS = 2;

    private final PartyKeys keys;
    private final Directory directory;
    private final Custody custody;
    private final PartySignatures signatures;
    private final Clock clock;

    RegisterKey(PartyKeys keys, Directory directory, Custody custody, PartySignatures signatures, Clock clock) {
        this.keys = keys;
        this.directory = directory;
        this.custody = custody;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * A key as it is asked for.
     *
     * @param jwk the public half (RFC 7517)
     * @param notBefore null for now
     * @param notAfter null for two years later, the longest life
     * @param custodyAlias where the operator's key store holds the private half, if it does
     */
    public record NewKey(
            String jwk,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable String custodyAlias) {}

    /** What the party says of its own next key. */
    public record Rotation(PartyId party, NewKey key, Instant signedAt) {}

    /** Reads the payload of a rotation; refuses what is not one. */
    public interface RotationReader {
        Rotation read(byte[] payload);
    }

    /** The key on record, and whether this call brought it. */
    public record Registered(PartyKey key, boolean isNew) {}

    /** The operator registers a key. */
    public Registered register(PartyId party, NewKey asked) {
        if (directory.name(party).isEmpty()) {
            throw new Rejected(RequestProblem.NOT_FOUND, "%s is not a party of this platform", party);
        }
        var key = key(party, asked, now(), null);
        var alias = key.custodyAlias();
        if (alias != null) {
            custody.requireHeld(alias, key.keyId());
        }
        return keys.add(key) ? new Registered(key, true) : there(key);
    }

    /** The party registers its next key, signed with one that is in force: asked again when the new one is kept. */
    public Registered rotate(PartyId party, String jws, RotationReader reader) {
        var claimed = PartySignatures.unverified(jws);
        var rotation = reader.read(claimed.payload());
        if (!rotation.party().equals(party)) {
            throw new Rejected(RequestProblem.FORBIDDEN, "The statement is not about a key of %s", party);
        }
        var signedBy = signatures.require(claimed, jws, TYPE, party);
        var now = now();
        SignedActs.requirePresent(rotation.signedAt(), now);
        var key = key(party, rotation.key(), now, jws);
        if (keys.add(key, signedBy, now)) {
            return new Registered(key, true);
        }
        found(party, signedBy).requireInForce(now);
        return there(key);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Registered there(PartyKey key) {
        var there = found(key.party(), key.keyId());
        if (there.revocation() != null) {
            throw new Rejected(BillProblem.KEY_REVOKED, "A key that was revoked stays revoked: make a new one");
        }
        return new Registered(there, false);
    }

    private PartyKey found(PartyId party, String keyId) {
        return keys.find(party, keyId).orElseThrow(() -> new IllegalStateException("a key of " + party + " vanished"));
    }

    private static PartyKey key(PartyId party, NewKey asked, Instant now, @Nullable String authorisedBy) {
        VerificationKey key;
        try {
            key = VerificationKey.fromJwk(asked.jwk());
        } catch (IllegalArgumentException unusable) {
            throw malformed("jwk: " + unusable.getMessage());
        }
        var from = asked.notBefore() == null ? now : asked.notBefore();
        var latest = from.atOffset(ZoneOffset.UTC).plusYears(LONGEST_LIFE_YEARS).toInstant();
        var until = asked.notAfter() == null ? latest : asked.notAfter();
        if (from.isBefore(now.minus(SignedActs.CLOCK_SKEW))) {
            throw malformed("notBefore lies in the past: a key signs nothing before it is known here");
        }
        if (!until.isAfter(from) || !until.isAfter(now) || until.isAfter(latest)) {
            throw malformed("notAfter is later than notBefore and than now, and at most " + LONGEST_LIFE_YEARS
                    + " years after notBefore");
        }
        return new PartyKey(party, key.keyId(), key.jwk(), from, until, asked.custodyAlias(), authorisedBy, null);
    }

    private static Rejected malformed(String detail) {
        return new Rejected(RequestProblem.MALFORMED_REQUEST, "%s", detail);
    }
}
