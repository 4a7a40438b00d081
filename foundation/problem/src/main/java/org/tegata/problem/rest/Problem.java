package org.tegata.problem.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.ProblemType;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * A refusal on the wire (RFC 9457), with our two extension members {@code findings} and {@code traceId}, and those of
 * the case.
 *
 * @param challenge the {@code WWW-Authenticate} header, when it is more than that a bearer token is needed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Finding> findings,
        @Nullable String traceId,
        @JsonAnyGetter Map<String, Object> members,
        @JsonIgnore @Nullable String challenge) {

    /** The media type of every refusal. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    static Problem of(ProblemType type, String detail, @Nullable String traceId) {
        return new Problem(
                "/problems/" + type.slug(), type.title(), type.status(), detail, List.of(), traceId, Map.of(), null);
    }

    /** As others are told of it, in a list or inside another document. */
    public static Problem of(Rejected refused) {
        var type = refused.type();
        return new Problem(
                "/problems/" + type.slug(),
                type.title(),
                type.status(),
                refused.detail(),
                refused.findings(),
                null,
                refused.members(),
                refused.challenge());
    }

    Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        if (status == RequestProblem.UNAVAILABLE.status()) {
            response.header("Retry-After", "2");
        }
        if (status == RequestProblem.UNAUTHENTICATED.status()) {
            response.header("WWW-Authenticate", challenge == null ? "Bearer" : challenge);
        }
        return response.build();
    }
}
