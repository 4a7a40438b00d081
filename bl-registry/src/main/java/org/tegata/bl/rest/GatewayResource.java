package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.application.IncomingEnvelope;
import org.tegata.bl.application.ReceiveEnvelope;
import org.tegata.bl.application.Reception;
import org.tegata.bl.application.RecordOutcome;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.Envelopes;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;

/** What the gateway calls for other platforms: it vouches for signatures, this register decides on title. */
@Path("/gateway")
@Tag(name = "Gateway")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.GATEWAY)
public class GatewayResource {

    private final Callers callers;
    private final Bills bills;
    private final Envelopes envelopes;
    private final Directory directory;
    private final RecordOutcome recordOutcome;
    private final ReceiveEnvelope receiveEnvelope;

    GatewayResource(
            Callers callers,
            Bills bills,
            Envelopes envelopes,
            Directory directory,
            RecordOutcome recordOutcome,
            ReceiveEnvelope receiveEnvelope) {
        this.callers = callers;
        this.bills = bills;
        this.envelopes = envelopes;
        this.directory = directory;
        this.recordOutcome = recordOutcome;
        this.receiveEnvelope = receiveEnvelope;
    }

    @GET
    @Path("/bills/{id}/outgoing")
    @Operation(summary = "The envelope that is due; the same answer as long as it is")
    @APIResponse(
            responseCode = "200",
            description = "All that the envelope consists of",
            content = @Content(schema = @Schema(implementation = GatewayViews.Outgoing.class)))
    @APIResponse(responseCode = "409", description = "no-envelope-due")
    public Response outgoing(@PathParam("id") String id, @QueryParam("envelopeId") @Nullable UUID envelopeId) {
        var bill = bills.require(Ids.parse(id));
        var due = due(bill, envelopeId);
        var document = bills.document(bill);
        var view = new GatewayViews.Outgoing(
                bill.id(),
                bill.version(),
                due.envelopeId(),
                due.purpose().word(),
                due.recipientPlatform(),
                document.transportDocument(),
                bill.terms().transportDocumentChecksum(),
                bills.issuanceManifest(bill.id()).orElse(""),
                bill.uncovered().stream().map(TransactionView::of).toList(),
                envelopes.chain(bill.id()),
                GatewayViews.Rendering.of(document.visualisation()));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, ETags.of(bill.version()))
                .build();
    }

    private Bill.DueEnvelope due(Bill bill, @Nullable UUID envelopeId) {
        var due = bill.due();
        if (due == null || (envelopeId != null && !envelopeId.equals(due.envelopeId()))) {
            throw new Rejected(BillProblem.NO_ENVELOPE_DUE, BillProblem.NO_ENVELOPE_DUE.title());
        }
        var state = envelopes.outgoing(due.envelopeId()).map(Envelopes.Outgoing::state);
        if (!state.equals(Optional.of(Envelopes.State.DUE))) {
            throw new Rejected(BillProblem.NO_ENVELOPE_DUE, "The other platform disputes it; a person must decide");
        }
        return due;
    }

    @POST
    @Path("/bills/{id}/outcome")
    @Operation(summary = "The other platform's signed answer; a repeat changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The bill after the answer",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    @APIResponse(responseCode = "409", description = "envelope-already-answered, otherwise")
    @APIResponse(responseCode = "422", description = "envelope-mismatch")
    public Response outcome(@PathParam("id") String id, GatewayViews.@Nullable Outcome body) {
        var answer = Members.required(body, "the body").answer();
        var bill = recordOutcome.outcome(callers.gateway(), Ids.parse(id), answer);
        var record = bills.record(bill.id()).upTo(Math.toIntExact(bill.version()));
        return BillResource.view(record, null, Response.ok());
    }

    @POST
    @Path("/received-envelopes")
    @Operation(summary = "An envelope from another platform: follow it, or say why not")
    public Reception received(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, GatewayViews.@Nullable Received body) {
        IncomingEnvelope envelope;
        try {
            envelope = Members.required(body, "the body").envelope();
        } catch (IllegalArgumentException unreadable) {
            return Reception.unacceptable(String.valueOf(unreadable.getMessage()));
        }
        return receiveEnvelope.receive(callers.gateway(), envelope, dryRun);
    }

    @GET
    @Path("/receivers")
    @Operation(summary = "Whether a party lives on this platform (DCSA receiver validation)")
    public ReceiverView receiver(
            @QueryParam("codeListProvider") @Nullable String codeListProvider,
            @QueryParam("partyCode") @Nullable String partyCode) {
        try {
            var party = new PartyId(
                    Members.required(codeListProvider, "codeListProvider"), Members.required(partyCode, "partyCode"));
            return directory
                    .name(party)
                    .map(ReceiverView::new)
                    .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "No such party lives here"));
        } catch (IllegalArgumentException notAParty) {
            throw new Rejected(RequestProblem.NOT_FOUND, "No such party lives here");
        }
    }

    /** The party's name. */
    record ReceiverView(String partyName) {}
}
