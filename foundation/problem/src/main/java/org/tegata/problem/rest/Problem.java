package org.tegata.problem.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.ProblemType;
import org.tegata.problem.RequestProblem;

/** A refusal on the wire (RFC 9457), with our two extension members {@code findings} and {@code traceId}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Finding> findings,
        @Nullable String traceId) {

    /** The media type of every refusal. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    static Problem of(ProblemType type, String detail, List<Finding> findings, @Nullable String traceId) {
        return new Problem("/problems/" + type.slug(), type.title(), type.status(), detail, findings, traceId);
    }

    Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        if (status == RequestProblem.UNAVAILABLE.status()) {
            response.header("Retry-After", "2");
        }
        if (status == RequestProblem.UNAUTHENTICATED.status()) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }
}
