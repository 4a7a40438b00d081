package org.tegata.lc.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.tegata.lc.domain.CreditProblem;
import org.tegata.problem.rest.Problem;

/** Tells when to try again, where trying again will help. */
@Provider
public class RetryAfter implements ContainerResponseFilter {

    private static final String WAITS = "/problems/" + CreditProblem.FACTS_NOT_ARRIVED.slug();

    /** Providers are made before the configuration is there. */
    private final Instance<CreditConfig> config;

    RetryAfter(Instance<CreditConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && problem.type().equals(WAITS)) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.RETRY_AFTER,
                            Math.max(1, config.get().factsRetryAfter().toSeconds()));
        }
    }
}
