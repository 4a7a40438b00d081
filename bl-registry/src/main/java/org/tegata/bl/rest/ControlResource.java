package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.ProveControl;
import org.tegata.bl.domain.BillStatus;
import org.tegata.problem.rest.Ids;

/** What a holder shows to others; verified with the keys at {@code /.well-known/jwks.json}. */
@Path("/bills/{id}/proof-of-control")
@Tag(name = "Verification")
public class ControlResource {

    private static final MediaType JOSE = MediaType.valueOf(Headers.JOSE);

    private final Callers callers;
    private final ProveControl proveControl;

    ControlResource(Callers callers, ProveControl proveControl) {
        this.callers = callers;
        this.proveControl = proveControl;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Produces({MediaType.APPLICATION_JSON, Headers.JOSE})
    @Operation(summary = "The register's signed statement that the asking party holds the bill now; it expires")
    @APIResponse(
            responseCode = "200",
            description = "The statement with its JWS (typ proof-of-control+jws); application/jose: the JWS alone",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProofView.class)),
                @Content(mediaType = Headers.JOSE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "403", description = "not-your-act: only the holder gets it")
    @APIResponse(responseCode = "404", description = "not-found: no such bill, or not one of its parties")
    @APIResponse(
            responseCode = "409",
            description = "wrong-state: nobody controls a bill that is closed, or on its way")
    public Response prove(@PathParam("id") String id, @Context HttpHeaders headers) {
        var proof = proveControl.prove(Ids.parse(id), callers.party());
        var answer = wantsJose(headers)
                ? Response.ok(proof.jws(), Headers.JOSE)
                : Response.ok(withSignature(proof), MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static boolean wantsJose(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(JOSE)) {
                return true;
            }
        }
        return false;
    }

    /** The statement's own characters, and the JWS over them as its last member. */
    private static String withSignature(ProveControl.Proof proof) {
        var statement = proof.statement();
        return statement.substring(0, statement.length() - 1) + ",\"jws\":\"" + proof.jws() + "\"}";
    }

    /** Shape of the answer; the JWS is over all members but itself. */
    record ProofView(
            UUID billId,
            String transportDocumentReference,
            String transportDocumentChecksum,
            String eblPlatform,
            PartyView holder,
            @Nullable PartyView endorsee,
            BillStatus status,
            String head,
            long version,
            String statedAt,
            String expiresAt,
            String statement,
            String jws) {

        /** A party. */
        record PartyView(String party, String partyName) {}
    }
}
