package org.tegata.gateway;

import java.util.Locale;
import org.tegata.problem.ProblemType;

/** Why the operators' API refuses, in order of precedence; the partners' wire API answers in DCSA's own forms. */
public enum GatewayProblem implements ProblemType {
    OWN_PLATFORM(422, "That is this platform's own code"),
    PARTNER_INVALID(422, "The partner's code or base URL cannot be used"),
    CARRIER_INVALID(422, "The carrier's identifier or name cannot be used"),
    KEYS_INVALID(422, "The keys are not a JWK set of public signature keys");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
