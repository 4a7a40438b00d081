package org.tegata.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a minute which bearer tokens were found good: checking a signature costs more than most requests.
 *
 * <p>A token is remembered by its whole text, signature included, and never beyond its {@code exp}; one that was
 * refused is not remembered. So a key that the issuer withdraws is trusted for a minute at most.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final long MEMORY_MS = 60_000;
    private static final int MAX_TOKENS = 1_000;

    private final JWTCallerPrincipalFactory verifier;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    private record Remembered(JWTCallerPrincipal principal, long untilMs) {}

    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), Clock.systemUTC());
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        var known = remembered.get(token);
        if (known != null && clock.millis() < known.untilMs) {
            return known.principal;
        }
        var principal = verifier.parse(token, settings);
        if (remembered.size() >= MAX_TOKENS) {
            // Simple and bounded; the next request of each caller is checked once more.
            remembered.clear();
        }
        long until = Math.min(clock.millis() + MEMORY_MS, principal.getExpirationTime() * 1_000);
        remembered.put(token, new Remembered(principal, until));
        return principal;
    }
}
