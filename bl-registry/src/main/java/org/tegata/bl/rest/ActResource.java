package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.AnswerSurrender;
import org.tegata.bl.application.EndorseBill;
import org.tegata.bl.application.IssueBill;
import org.tegata.bl.application.Request;
import org.tegata.bl.application.SurrenderBill;
import org.tegata.bl.application.TransferBill;
import org.tegata.bl.application.VoidBill;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.Bills;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;

/** The acts on a bill over HTTP: each builds on the version that the caller has read. */
@Path("/bills/{id}")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The bill after the act; or its present state, when the same request was made before",
        content = @Content(schema = @Schema(implementation = BillView.class)))
@APIResponse(responseCode = "403", description = "not-your-act, not-entitled")
@APIResponse(responseCode = "404", description = "not-found: no such bill, or the acting party is none of its parties")
@APIResponse(responseCode = "409", description = "wrong-state and the like")
@APIResponse(responseCode = "412", description = "version-mismatch: somebody else acted first")
public class ActResource {

    private final Callers callers;
    private final Bills bills;
    private final IssueBill issueBill;
    private final EndorseBill endorseBill;
    private final TransferBill transferBill;
    private final SurrenderBill surrenderBill;
    private final AnswerSurrender answerSurrender;
    private final VoidBill voidBill;

    ActResource(
            Callers callers,
            Bills bills,
            IssueBill issueBill,
            EndorseBill endorseBill,
            TransferBill transferBill,
            SurrenderBill surrenderBill,
            AnswerSurrender answerSurrender,
            VoidBill voidBill) {
        this.callers = callers;
        this.bills = bills;
        this.issueBill = issueBill;
        this.endorseBill = endorseBill;
        this.transferBill = transferBill;
        this.surrenderBill = surrenderBill;
        this.answerSurrender = answerSurrender;
        this.voidBill = voidBill;
    }

    @POST
    @Path("/issue")
    @RolesAllowed(Scopes.ISSUE)
    @Operation(summary = "Issue the draft to the shipper, with the carrier's signature over the issuance manifest")
    @APIResponse(
            responseCode = "422",
            description = "carrier-unknown, issuance-signature-rejected, issuance-manifest-mismatch")
    public Response issue(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch,
            Requests.@Nullable Issue body) {
        var asked = asked(body);
        var manifest = asked.manifest();
        return act(id, key, ifMatch, "issue", asked, (r, bill, version) -> issueBill.issue(r, bill, version, manifest));
    }

    @POST
    @Path("/endorsements")
    @RolesAllowed(Scopes.WRITE)
    @Operation(summary = "Endorse: ENDORSE (ends here), ENDORSE_TO_ORDER (may be endorsed on) or BLANK_ENDORSE")
    public Response endorse(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch,
            Requests.@Nullable Endorse body) {
        var asked = asked(body);
        var code = asked.code();
        var endorsee = asked.to();
        return act(
                id,
                key,
                ifMatch,
                "endorse",
                asked,
                (request, bill, version) -> endorseBill.endorse(request, bill, version, code, endorsee));
    }

    @POST
    @Path("/transfers")
    @RolesAllowed(Scopes.WRITE)
    @Operation(summary = "Hand possession over; to another platform it is locked until that platform has answered")
    @APIResponse(responseCode = "422", description = "unknown-recipient, recipient-is-holder, party-missing")
    public Response transfer(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch,
            Requests.@Nullable Transfer body) {
        var asked = asked(body);
        var recipient = asked.to();
        return act(
                id,
                key,
                ifMatch,
                "transfer",
                asked,
                (request, bill, version) -> transferBill.transfer(request, bill, version, recipient));
    }

    @POST
    @Path("/surrender")
    @RolesAllowed(Scopes.WRITE)
    @Operation(summary = "Surrender to the carrier: SURRENDER_FOR_DELIVERY or SURRENDER_FOR_AMENDMENT")
    public Response surrender(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch,
            Requests.@Nullable Surrender body) {
        var asked = asked(body);
        var code = asked.code();
        var reason = asked.reason();
        return act(
                id,
                key,
                ifMatch,
                "surrender",
                asked,
                (request, bill, version) -> surrenderBill.surrender(request, bill, version, code, reason));
    }

    @POST
    @Path("/surrender/accept")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Scopes.WRITE, Scopes.ISSUE})
    @Operation(summary = "Accept the surrender as the carrier (SACC); nothing can follow")
    public Response acceptSurrender(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch) {
        return act(id, key, ifMatch, "accept-surrender", "", answerSurrender::accept);
    }

    @POST
    @Path("/surrender/refuse")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Scopes.WRITE, Scopes.ISSUE})
    @Operation(summary = "Refuse the surrender as the carrier (SREJ); possession goes back")
    public Response refuseSurrender(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch,
            Requests.@Nullable Refuse body) {
        var comments = body == null ? null : body.text();
        return act(
                id,
                key,
                ifMatch,
                "refuse-surrender",
                String.valueOf(comments),
                (request, bill, version) -> answerSurrender.refuse(request, bill, version, comments));
    }

    @POST
    @Path("/void")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Scopes.WRITE, Scopes.ISSUE})
    @Operation(summary = "Void the bill as the carrier, before its first endorsement or transfer")
    public Response voidBill(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @HeaderParam(Headers.IF_MATCH) @Nullable String ifMatch) {
        return act(id, key, ifMatch, "void", "", voidBill::voidBill);
    }

    /** One use case, ready to run. */
    private interface Act {
        Bill on(Request request, UUID billId, long version);
    }

    private Response act(String id, @Nullable String key, @Nullable String ifMatch, String call, Object body, Act act) {
        var billId = Ids.parse(id);
        var request = callers.request(key, call + " " + billId + " " + body);
        var bill = act.on(request, billId, ETags.require(ifMatch));
        return BillResource.view(bills.record(billId).at(bill), Response.ok());
    }

    private static <T> T asked(@Nullable T body) {
        return Members.required(body, "the body");
    }
}
