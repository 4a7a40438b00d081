package org.tegata.bl.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillProblem;
import org.tegata.problem.Rejected;

/** Whether a login is strong and fresh enough to sign with a key in custody, and how to get one (RFC 9470). */
@RequestScoped
class StepUp {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final JsonWebToken token;
    private final Clock clock;
    private final Set<String> acrValues;
    private final Duration maxAge;
    private final String challenge;

    StepUp(JsonWebToken token, Clock clock, RegistryConfig config) {
        this.token = token;
        this.clock = clock;
        this.acrValues = Set.copyOf(config.stepUp().acrValues());
        this.maxAge = config.stepUp().maxAge();
        this.challenge = "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A fresh, strong login is required\", acr_values=\""
                + String.join(" ", config.stepUp().acrValues()) + "\", max_age=" + maxAge.toSeconds();
    }

    /** Refuses (401, with the challenge) a login that is too weak or too old, and a token that does not say. */
    void require() {
        Object acr = token.getClaim("acr");
        if (acr == null || !acrValues.contains(acr.toString()) || !isFresh(token.getClaim("auth_time"))) {
            throw new Rejected(BillProblem.STEP_UP_NEEDED, BillProblem.STEP_UP_NEEDED.title()).challenging(challenge);
        }
    }

    private boolean isFresh(@Nullable Object authTime) {
        if (authTime == null) {
            return false;
        }
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(authTime.toString()));
            var now = clock.instant();
            return !at.isAfter(now.plus(CLOCK_SKEW)) && !at.plus(maxAge).isBefore(now);
        } catch (RuntimeException notATime) {
            return false;
        }
    }
}
