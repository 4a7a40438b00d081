package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.IdempotencyKey;
import org.tegata.bl.application.ActOnBill;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.application.Receipt;
import org.tegata.bl.application.SignedActs;
import org.tegata.bl.domain.SignedAct;
import org.tegata.problem.Rejected;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;

/** The acts on a bill over HTTP: each is signed by its actor and builds on the head that the actor has seen. */
@Path("/bills/{id}/acts")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class ActResource {

    private final Callers callers;
    private final StepUp stepUp;
    private final SignedActs signedActs;
    private final ActOnBill actOnBill;
    private final ReadBill readBill;
    private final ActCounts counts;

    ActResource(
            Callers callers,
            StepUp stepUp,
            SignedActs signedActs,
            ActOnBill actOnBill,
            ReadBill readBill,
            ActCounts counts) {
        this.callers = callers;
        this.stepUp = stepUp;
        this.signedActs = signedActs;
        this.actOnBill = actOnBill;
        this.readBill = readBill;
        this.counts = counts;
    }

    @POST
    @RolesAllowed({Scopes.WRITE, Scopes.ISSUE})
    @Consumes({Headers.JOSE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Act on the bill",
            description = "Scope bills:issue for ISSUE and SWITCH_TO_PAPER, bills:write for what a holder does, either"
                    + " for what else a carrier does. application/jose: the statement as a JWS by a key of the actor"
                    + " (alg ES256 or EdDSA, kid the RFC 7638 thumbprint, typ act+jws). application/json: the"
                    + " statement itself, which the register signs with the actor's key in custody;"
                    + " that needs a fresh, strong login (RFC 9470). The"
                    + " statement names the head that it builds on: of many acts on one head one happens.")
    @RequestBody(
            content = {
                @Content(mediaType = Headers.JOSE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StatementView.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "The receipt; a repeat of the same request gets the same one, whatever happened since",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request, idempotency-key-missing")
    @APIResponse(responseCode = "401", description = "step-up-needed, with the challenge of RFC 9470")
    @APIResponse(
            responseCode = "403",
            description = "key-unknown, key-revoked, key-not-in-force, not-your-act, not-entitled, forbidden")
    @APIResponse(responseCode = "404", description = "not-found: no such bill, or not one of its parties")
    @APIResponse(
            responseCode = "409",
            description = "head-moved, with actedFirst and head; wrong-state and the like; key-not-custodied")
    @APIResponse(
            responseCode = "422",
            description = "act-signature-rejected, idempotency-key-reused, unknown-recipient and the like")
    public Response act(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            byte[] body) {
        var billId = Ids.parse(id);
        var key = IdempotencyKey.require(idempotencyKey);
        var begun = System.nanoTime();
        SignedAct signed;
        try {
            signed = signed(type, body, billId);
        } catch (Rejected refused) {
            counts.unread(refused, begun);
            throw refused;
        }
        return answer(signed, key, begun);
    }

    private SignedAct signed(@Nullable MediaType type, byte[] body, UUID billId) {
        if (Headers.isJson(type)) {
            stepUp.require();
            return signedActs.inCustody(body, billId, callers.party());
        }
        // whatever is no ASCII cannot be a JWS, and is not one after this either
        return signedActs.verified(new String(body, StandardCharsets.US_ASCII), billId, callers.party());
    }

    private Response answer(SignedAct signed, String key, long begun) {
        var act = signed.statement().act();
        Receipt receipt;
        try {
            callers.requireScopeOf(act);
            receipt = actOnBill.act(signed, callers.user(), key);
        } catch (Rejected refused) {
            counts.refused(act, refused, begun);
            throw refused;
        }
        counts.done(act, begun);
        return Response.ok(ReceiptJson.write(receipt), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, ETags.of(receipt.after().bill().version()))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "Who may do what to the bill now, and why not; reading this enables nothing")
    @APIResponse(
            responseCode = "200",
            description = "Every act there is, and what the asking party would be answered",
            content = @Content(schema = @Schema(implementation = PossibleActs.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such bill, or not one of its parties")
    public PossibleActs possible(@PathParam("id") String id) {
        var party = callers.party();
        return PossibleActs.of(readBill.record(Ids.parse(id), party), party);
    }
}
