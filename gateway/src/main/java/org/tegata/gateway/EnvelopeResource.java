package org.tegata.gateway;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;

/** What operators see of the envelopes in both directions; stuck and disputed ones above all. */
@Path("/envelopes")
@Tag(name = "Envelopes")
@Produces(MediaType.APPLICATION_JSON)
public class EnvelopeResource {

    private final EnvelopeList envelopes;

    EnvelopeResource(EnvelopeList envelopes) {
        this.envelopes = envelopes;
    }

    @Operation(summary = "Envelopes in both directions, newest first")
    @GET
    @RolesAllowed("partners:read")
    public Page<EnvelopeView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("state") @Nullable String state)
            throws SQLException {
        int size = Cursor.limit(limit);
        if (state != null && state.indexOf('\0') >= 0) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "That is not a state");
        }
        var read = envelopes.read(Cursor.decode(cursor), state, size + 1);
        return Page.cut(read, size, EnvelopeView::id, view -> view);
    }

    @Operation(summary = "One envelope, with the signed answer")
    @GET
    @Path("/{id}")
    @RolesAllowed("partners:read")
    public Response one(@PathParam("id") String id) throws SQLException {
        var found = envelopes.one(Ids.parse(id)).orElseThrow(EnvelopeResource::unknown);
        return Response.ok(found).header("ETag", ETags.of(found.version())).build();
    }

    /** The bytes that crossed, or will cross, between the platforms. */
    @Operation(summary = "The exact bytes that crossed between the platforms")
    @GET
    @Path("/{id}/content")
    @RolesAllowed("partners:read")
    public byte[] content(@PathParam("id") String id) throws SQLException {
        return envelopes.content(Ids.parse(id)).orElseThrow(EnvelopeResource::unknown);
    }

    private static Rejected unknown() {
        return new Rejected(RequestProblem.NOT_FOUND, "No such envelope");
    }
}
