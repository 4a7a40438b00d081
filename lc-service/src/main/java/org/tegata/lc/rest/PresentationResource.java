package org.tegata.lc.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.access.IdempotencyKey;
import org.tegata.access.PartyId;
import org.tegata.lc.application.CreditCall;
import org.tegata.lc.application.ExaminePresentation;
import org.tegata.lc.application.HonourPresentation;
import org.tegata.lc.application.PresentDocuments;
import org.tegata.lc.application.RefusePresentation;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Credits;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;

/** Presentations under a credit: lodging, examination, refusal, honour. The version is always the credit's. */
@Path("/credits/{id}/presentations")
@Tag(name = "Presentations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PresentationResource {

    private final PresentDocuments presentDocuments;
    private final ExaminePresentation examinePresentation;
    private final RefusePresentation refusePresentation;
    private final HonourPresentation honourPresentation;
    private final Credits credits;
    private final ActingParty actingParty;
    private final ObjectMapper json;

    PresentationResource(
            PresentDocuments presentDocuments,
            ExaminePresentation examinePresentation,
            RefusePresentation refusePresentation,
            HonourPresentation honourPresentation,
            Credits credits,
            ActingParty actingParty,
            ObjectMapper json) {
        this.presentDocuments = presentDocuments;
        this.examinePresentation = examinePresentation;
        this.refusePresentation = refusePresentation;
        this.honourPresentation = honourPresentation;
        this.credits = credits;
        this.actingParty = actingParty;
        this.json = json;
    }

    @POST
    @RolesAllowed(CreditResource.WRITE)
    @Operation(summary = "Present documents (beneficiary)")
    @APIResponse(
            responseCode = "201",
            description = "The presentation",
            content = @Content(schema = @Schema(implementation = PresentationView.class)))
    public Response present(
            @PathParam("id") String id,
            @HeaderParam(CreditResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PresentRequest documents) {
        var call = call(id, idempotencyKey, ifMatch, documents);
        if (documents == null) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "Say which documents are presented");
        }
        var acted = presentDocuments.present(call, documents.toDomain());
        var location = URI.create("/credits/" + acted.credit().id() + "/presentations/" + acted.id());
        return view(acted.credit(), acted.id(), call.actor(), Response.created(location));
    }

    @GET
    @Path("/{presentationId}")
    @RolesAllowed(CreditResource.READ)
    @Operation(summary = "One presentation")
    @APIResponse(
            responseCode = "200",
            description = "The presentation",
            content = @Content(schema = @Schema(implementation = PresentationView.class)))
    public Response get(@PathParam("id") String id, @PathParam("presentationId") String presentationId) {
        var party = actingParty.id();
        var credit = credits.require(Ids.parse(id), party);
        return view(credit, Ids.parse(presentationId), party, Response.ok());
    }

    @POST
    @Path("/{presentationId}/examine")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CreditResource.WRITE)
    @Operation(
            summary = "Examine a presentation (confirming bank, or issuing bank without confirmation)",
            description = "409 facts-not-arrived with Retry-After while the owners' news has not come. A body is only"
                    + " needed to decide what an earlier examination referred.")
    @APIResponse(
            responseCode = "200",
            description = "The examined presentation: verdict COMPLYING, DISCREPANT or REFER",
            content = @Content(schema = @Schema(implementation = PresentationView.class)))
    public Response examine(
            @PathParam("id") String id,
            @PathParam("presentationId") String presentationId,
            @HeaderParam(CreditResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ExamineRequest.class)))
                    @Nullable
                    String body)
            throws JsonProcessingException {
        // A call without a body has no media type either, so the body is read here and not by its type.
        var request = body == null || body.isBlank() ? null : json.readValue(body, ExamineRequest.class);
        var call = call(id, idempotencyKey, ifMatch, request);
        var presentation = Ids.parse(presentationId);
        var credit =
                examinePresentation.examine(call, presentation, actingParty.user(), ExamineRequest.toDomain(request));
        return view(credit, presentation, call.actor(), Response.ok());
    }

    @POST
    @Path("/{presentationId}/refuse")
    @RolesAllowed(CreditResource.WRITE)
    @Operation(summary = "Give the one notice of refusal (examining bank)")
    @APIResponse(
            responseCode = "200",
            description = "The refused presentation with its notice",
            content = @Content(schema = @Schema(implementation = PresentationView.class)))
    public Response refuse(
            @PathParam("id") String id,
            @PathParam("presentationId") String presentationId,
            @HeaderParam(CreditResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable RefuseRequest request) {
        var call = call(id, idempotencyKey, ifMatch, request);
        var presentation = Ids.parse(presentationId);
        var credit = refusePresentation.refuse(call, presentation, RefuseRequest.require(request));
        return view(credit, presentation, call.actor(), Response.ok());
    }

    @POST
    @Path("/{presentationId}/honour")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(CreditResource.WRITE)
    @Operation(summary = "Honour a complying presentation (examining bank)")
    @APIResponse(
            responseCode = "200",
            description = "The honoured presentation",
            content = @Content(schema = @Schema(implementation = PresentationView.class)))
    public Response honour(
            @PathParam("id") String id,
            @PathParam("presentationId") String presentationId,
            @HeaderParam(CreditResource.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var call = call(id, idempotencyKey, ifMatch, null);
        var presentation = Ids.parse(presentationId);
        return view(honourPresentation.honour(call, presentation), presentation, call.actor(), Response.ok());
    }

    private CreditCall call(
            String id, @Nullable String idempotencyKey, @Nullable String ifMatch, @Nullable Object body) {
        var party = actingParty.id();
        var creditId = Ids.parse(id);
        // A stranger learns nothing, not even which header is missing.
        credits.require(creditId, party);
        return new CreditCall(
                party, creditId, IdempotencyKey.require(idempotencyKey), ETags.require(ifMatch), bytes(body));
    }

    /** What tells one request from another: its members, not how they were spaced. */
    private byte[] bytes(@Nullable Object body) {
        try {
            return body == null ? new byte[0] : json.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a request that was read cannot be written", unwritable);
        }
    }

    private static Response view(
            Credit credit, UUID presentationId, PartyId reader, Response.ResponseBuilder response) {
        var presentation = credit.requirePresentation(presentationId);
        return response.header(HttpHeaders.ETAG, ETags.of(credit.version()))
                .entity(PresentationView.of(credit, presentation, reader))
                .build();
    }
}
