package org.tegata.gateway.inbound;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tegata.gateway.pint.ErrorResponse;
import org.tegata.gateway.pint.UnreadableMessage;
import org.tegata.gateway.registry.RegistryUnavailable;

/** Whatever fails under /v3 leaves in DCSA's form, with a Retry-After where trying again makes sense. */
@Provider
public class WireErrors {

    private static final Logger LOG = Logger.getLogger(WireErrors.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Clock clock;

    WireErrors(Clock clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    public Response unreadable(UnreadableMessage unreadable, ContainerRequestContext request) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorResponse.invalid(request.getMethod(), uri(request), unreadable, clock.instant()))
                .build();
    }

    @ServerExceptionMapper
    public Response registryAway(RegistryUnavailable away) {
        LOG.warnf("Answered 503: %s", away.getMessage());
        return temporarilyAway();
    }

    @ServerExceptionMapper
    public Response busy(ReceiveEnvelope.TransferBusy busy) {
        return temporarilyAway();
    }

    private static Response temporarilyAway() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    /** Problems of the shared mappers, and refusals of the framework that have no body, take DCSA's form here. */
    @ServerResponseFilter
    public void shape(ContainerRequestContext request, ContainerResponseContext response) {
        boolean wire = request.getUriInfo().getPath().startsWith("/v3/");
        Object entity = response.getEntity();
        if (!wire || response.getStatus() < 400 || entity instanceof ErrorResponse || isSigned(entity)) {
            return;
        }
        int status = response.getStatus();
        var known = Response.Status.fromStatusCode(status);
        String text = known == null ? "Error" : known.getReasonPhrase();
        String trace = UUID.randomUUID().toString();
        if (status >= 500) {
            LOG.warnf("Answered %d on %s %s, reference %s", status, request.getMethod(), uri(request), trace);
        }
        response.setEntity(
                ErrorResponse.plain(request.getMethod(), uri(request), status, text, text, trace, clock.instant()),
                new java.lang.annotation.Annotation[0],
                MediaType.APPLICATION_JSON_TYPE);
    }

    /** Signed answers are the only texts that leave here. */
    private static boolean isSigned(Object entity) {
        return entity instanceof String;
    }

    private static String uri(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}
