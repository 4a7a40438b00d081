package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.seal.SealRejected;
import org.tegata.seal.UnverifiedJws;
import org.tegata.seal.VerificationKey;

/**
 * What organisations sign with their registered keys: P-256 (ES256) or Ed25519 (EdDSA), {@code kid} the thumbprint (RFC
 * 7638), {@code typ} what it is a signature for (RFC 8725 section 3.11).
 */
@ApplicationScoped
class PartySignatures {

    private static final Logger LOG = Logger.getLogger(PartySignatures.class);
    private static final Set<String> ALGORITHMS = Set.of("ES256", "EdDSA");
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MAX_READY = 10_000;

    /** A statement of 64 KiB in Base64, with header and signature. */
    private static final int LONGEST = 96 * 1024;

    private final PartyKeys keys;
    private final Clock clock;

    /** By thumbprint, which stands for one key for ever: being here says nothing of being in force. */
    private final Map<String, VerificationKey> ready = new ConcurrentHashMap<>();

    PartySignatures(PartyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What the JWS claims to be; refuses what is not one, or longer than a statement can make it. */
    static UnverifiedJws unverified(String jws) {
        if (jws.length() > LONGEST) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "The JWS is longer than %d characters", LONGEST);
        }
        try {
            return UnverifiedJws.read(jws);
        } catch (SealRejected unreadable) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "The JWS: %s", unreadable.getMessage());
        }
    }

    /**
     * The id of the party's key in force that made this JWS for this use; refuses every other. The key may be one
     * remembered, so whoever keeps what it signed asks again.
     */
    String require(UnverifiedJws claimed, String jws, String type, PartyId party) {
        var keyId = claimed.keyId();
        try {
            if (keyId == null || !THUMBPRINT.matcher(keyId).matches()) {
                throw rejected("kid is not the RFC 7638 thumbprint of a key");
            }
            inForce(party, keyId, jws, type);
            return keyId;
        } catch (Rejected refused) {
            // the thumbprint is plain by now, or is not told: nothing of the caller's choice gets into the log
            var named = keyId == null || !THUMBPRINT.matcher(keyId).matches() ? "(no thumbprint)" : keyId;
            LOG.infof(
                    "Refused a signature: %s by %s, key %s: %s",
                    type, party, named, refused.type().slug());
            throw refused;
        }
    }

    private void inForce(PartyId party, String keyId, String jws, String type) {
        var key = keys.remembered(party, keyId)
                .orElseThrow(() -> new Rejected(BillProblem.KEY_UNKNOWN, "%s has no key %s", party, keyId));
        key.requireInForce(clock.instant());
        try {
            readyKey(key).verify(jws, type);
        } catch (SealRejected broken) {
            throw rejected(broken.getMessage());
        }
    }

    private VerificationKey readyKey(PartyKey key) {
        var known = ready.get(key.keyId());
        return known == null ? remember(key) : known;
    }

    private VerificationKey remember(PartyKey key) {
        var verification = VerificationKey.fromJwk(key.jwk());
        if (verification.algorithms().stream().noneMatch(ALGORITHMS::contains)) {
            throw rejected("acts are signed with P-256 or Ed25519 keys");
        }
        if (ready.size() >= MAX_READY) {
            // simple and bounded; a key in use is made ready once more
            ready.clear();
        }
        ready.put(key.keyId(), verification);
        return verification;
    }

    private static Rejected rejected(@Nullable String why) {
        var detail = why == null ? "The signature does not hold" : why;
        return new Rejected(BillProblem.ACT_SIGNATURE_REJECTED, "%s", detail);
    }
}
