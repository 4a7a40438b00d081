package org.tegata.problem.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** Turns whatever leaves a resource method into one problem document; never a stack trace. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** A connection may be lost after the commit was sent. */
    private static final String DATABASE_AWAY = "The database cannot be reached, and it is not known whether anything"
            + " was changed: repeat the request, with the same Idempotency-Key if it has one";

    @ServerExceptionMapper
    public Response rejected(Rejected refused) {
        return Problem.of(refused).response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException refused) {
        return plain(RequestProblem.UNAUTHENTICATED);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused) {
        return plain(RequestProblem.FORBIDDEN);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadableJson(JacksonException unreadable) {
        var at = unreadable.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        // The original message may quote the body; the place is enough to find the fault.
        return Problem.of(RequestProblem.MALFORMED_REQUEST, "The JSON body does not fit this call" + place, null)
                .response();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException thrown) {
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return unreadableJson(unreadable);
            }
            if (cause instanceof Rejected refused) {
                return rejected(refused);
            }
            if (cause instanceof NumberFormatException) {
                // Jakarta REST calls a query parameter that is no number "not found".
                return plain(RequestProblem.MALFORMED_REQUEST);
            }
        }
        int status = thrown.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(thrown);
        }
        return Arrays.stream(RequestProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .map(ProblemMappers::plain)
                .orElseGet(() -> plain(RequestProblem.MALFORMED_REQUEST));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable thrown) {
        if (DatabaseLoss.isCauseOf(thrown)) {
            LOG.warnf("Answered 503, the database is away: %s", thrown.toString());
            return Problem.of(RequestProblem.UNAVAILABLE, DATABASE_AWAY, null).response();
        }
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected refused) {
                return rejected(refused);
            }
        }
        if (DatabaseLoss.isUnstorableTextIn(thrown)) {
            return Problem.of(RequestProblem.MALFORMED_REQUEST, "A text holds a character that cannot be stored", null)
                    .response();
        }
        String traceId = UUID.randomUUID().toString();
        LOG.errorf(thrown, "Unexpected failure, traceId %s", traceId);
        return Problem.of(RequestProblem.INTERNAL, "Quote the traceId when you report this", traceId)
                .response();
    }

    private static Response plain(RequestProblem problem) {
        return Problem.of(problem, problem.title(), null).response();
    }
}
