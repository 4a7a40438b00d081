package org.tegata.lc.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.access.IdempotencyKey;
import org.tegata.lc.application.AdviseCredit;
import org.tegata.lc.application.ConfirmCredit;
import org.tegata.lc.application.CreditCall;
import org.tegata.lc.application.DeclineConfirmation;
import org.tegata.lc.application.IssueCredit;
import org.tegata.lc.application.ReadCreditDocument;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Credits;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;
import org.tegata.xml.Digest;

/** Credits: issue, advice, confirmation, reading. */
@Path("/credits")
@Tag(name = "Credits")
@Produces(MediaType.APPLICATION_JSON)
public class CreditResource {

    static final String READ = "credits:read";
    static final String WRITE = "credits:write";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final byte[] NO_BODY = {};

    private final IssueCredit issueCredit;
    private final AdviseCredit adviseCredit;
    private final ConfirmCredit confirmCredit;
    private final DeclineConfirmation declineConfirmation;
    private final ReadCreditDocument readDocument;
    private final Credits credits;
    private final ActingParty actingParty;
    private final Clock clock;

    CreditResource(
            IssueCredit issueCredit,
            AdviseCredit adviseCredit,
            ConfirmCredit confirmCredit,
            DeclineConfirmation declineConfirmation,
            ReadCreditDocument readDocument,
            Credits credits,
            ActingParty actingParty,
            Clock clock) {
        this.issueCredit = issueCredit;
        this.adviseCredit = adviseCredit;
        this.confirmCredit = confirmCredit;
        this.declineConfirmation = declineConfirmation;
        this.readDocument = readDocument;
        this.credits = credits;
        this.actingParty = actingParty;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed(WRITE)
    @Operation(
            summary = "Issue a credit from the text of a SWIFT MT700",
            description =
                    "The acting party is the issuing bank. The confirming bank may be left out when field 58a names"
                            + " the advising bank, or nobody.")
    @APIResponse(
            responseCode = "201",
            description = "The credit",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response issue(
            @QueryParam("applicant") @Nullable String applicant,
            @QueryParam("beneficiary") @Nullable String beneficiary,
            @QueryParam("advisingBank") @Nullable String advisingBank,
            @QueryParam("confirmingBank") @Nullable String confirmingBank,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte @Nullable [] mt700) {
        var issuingBank = actingParty.id();
        var named = new IssueCredit.Named(
                Parties.require("applicant", applicant),
                Parties.require("beneficiary", beneficiary),
                Parties.require("advisingBank", advisingBank),
                Parties.optional("confirmingBank", confirmingBank));
        var credit = issueCredit.issue(
                issuingBank, named, mt700 == null ? NO_BODY : mt700, IdempotencyKey.require(idempotencyKey));
        return view(credit, Response.created(URI.create("/credits/" + credit.id())));
    }

    @GET
    @RolesAllowed(READ)
    @Operation(summary = "The credits that you are a party to, newest first")
    public Page<CreditView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Cursor.limit(limit);
        var today = LocalDate.now(clock);
        var found = credits.list(actingParty.id(), Cursor.decode(cursor), size + 1);
        return Page.cut(found, size, Credit::id, credit -> CreditView.of(credit, today));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(READ)
    @Operation(summary = "One credit")
    @APIResponse(
            responseCode = "200",
            description = "The credit",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response get(@PathParam("id") String id) {
        return view(credits.require(Ids.parse(id), actingParty.id()), Response.ok());
    }

    @GET
    @Path("/{id}/document")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(READ)
    @Operation(
            summary = "The MT700",
            description = "Its banks get the bytes as they came; others get it without field 49H, if it has one.")
    public Response mt700(@PathParam("id") String id) {
        return document(readDocument.mt700(Ids.parse(id), actingParty.id()), "text/plain; charset=US-ASCII");
    }

    @GET
    @Path("/{id}/document")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed(READ)
    @Operation(summary = "The credit as LetterOfCredit XML, for those who are not its banks without field 49H")
    public Response xml(@PathParam("id") String id) {
        return document(readDocument.xml(Ids.parse(id), actingParty.id()), MediaType.APPLICATION_XML);
    }

    @POST
    @Path("/{id}/advise")
    @RolesAllowed(WRITE)
    @Operation(summary = "Advise the credit (advising bank)")
    @APIResponse(
            responseCode = "200",
            description = "The advised credit",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response advise(
            @PathParam("id") String id,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return act(id, idempotencyKey, ifMatch, adviseCredit::advise);
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed(WRITE)
    @Operation(summary = "Add the confirmation (confirming bank)")
    @APIResponse(
            responseCode = "200",
            description = "The confirmed credit",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response confirm(
            @PathParam("id") String id,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return act(id, idempotencyKey, ifMatch, confirmCredit::confirm);
    }

    @POST
    @Path("/{id}/decline-confirmation")
    @RolesAllowed(WRITE)
    @Operation(summary = "Decline to confirm (confirming bank)")
    @APIResponse(
            responseCode = "200",
            description = "The credit, unconfirmed",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response decline(
            @PathParam("id") String id,
            @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return act(id, idempotencyKey, ifMatch, declineConfirmation::decline);
    }

    private Response act(
            String id,
            @Nullable String idempotencyKey,
            @Nullable String ifMatch,
            Function<CreditCall, Credit> useCase) {
        var party = actingParty.id();
        var creditId = Ids.parse(id);
        // A stranger learns nothing, not even which header is missing.
        credits.require(creditId, party);
        var call = new CreditCall(
                party, creditId, IdempotencyKey.require(idempotencyKey), ETags.require(ifMatch), NO_BODY);
        return view(useCase.apply(call), Response.ok());
    }

    private Response view(Credit credit, Response.ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, ETags.of(credit.version()))
                .entity(CreditView.of(credit, LocalDate.now(clock)))
                .build();
    }

    private static Response document(ReadCreditDocument.Rendering rendering, String type) {
        if (rendering.bytes().length == 0) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        var response = Response.ok(rendering.bytes(), type)
                .header(HttpHeaders.ETAG, ETags.of(rendering.credit().version()))
                .header("Repr-Digest", Digest.reprDigest(rendering.bytes()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Authorization");
        if (rendering.withheld()) {
            response.header("Tegata-Withheld", "49H");
        }
        return response.build();
    }
}
