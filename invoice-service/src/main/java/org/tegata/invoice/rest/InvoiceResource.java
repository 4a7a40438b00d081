package org.tegata.invoice.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.access.IdempotencyKey;
import org.tegata.invoice.application.CancelInvoice;
import org.tegata.invoice.application.CheckInvoice;
import org.tegata.invoice.application.IssueInvoice;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.Invoices;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.Severity;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;
import org.tegata.rules.AcceptancePolicy;
import org.tegata.xml.Digest;

/** Invoices over HTTP. */
@Path("/invoices")
@Tag(name = "Invoices")
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceResource {

    private static final String READ = "invoices:read";
    private static final String WRITE = "invoices:write";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String REPR_DIGEST = "Repr-Digest";
    private static final String RULE_SET =
            "id or id:version of GET /rule-sets; by default the guideline in the document (BT-24) chooses";

    private static final String UNREADABLE = "xml-malformed, xml-forbidden-construct, xml-too-deep, xml-too-long,"
            + " pdf-unreadable; unknown-rule-set; malformed-request";

    private static final String ON =
            "the day on which the rules are in force, where no version is named; default: today";

    /** What each policy does not let pass. */
    private static final Map<String, Set<Severity>> REFUSED = Map.of(
            "no-errors", Set.of(Severity.ERROR),
            "no-warnings", Set.of(Severity.ERROR, Severity.WARNING));

    private final ActingParty actingParty;
    private final CheckInvoice checkInvoice;
    private final IssueInvoice issueInvoice;
    private final CancelInvoice cancelInvoice;
    private final Invoices invoices;

    InvoiceResource(
            ActingParty actingParty,
            CheckInvoice checkInvoice,
            IssueInvoice issueInvoice,
            CancelInvoice cancelInvoice,
            Invoices invoices) {
        this.actingParty = actingParty;
        this.checkInvoice = checkInvoice;
        this.issueInvoice = issueInvoice;
        this.cancelInvoice = cancelInvoice;
        this.invoices = invoices;
    }

    @POST
    @RolesAllowed(WRITE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, OriginalDocument.PDF})
    @Operation(summary = "Submit an invoice; its bytes are kept as they come")
    @RequestBody(
            content = {
                @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML),
                @Content(
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        mediaType = OriginalDocument.PDF)
            })
    @APIResponse(
            responseCode = "201",
            description = "Valid, stored and published; or the earlier result of the same request",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "409", description = "invoice-number-taken")
    @APIResponse(
            responseCode = "422",
            description = "invoice-invalid, with every finding; pdf-without-invoice; idempotency-key-reused")
    public Response issue(
            @Parameter(required = true) @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(description = RULE_SET) @QueryParam("ruleSet") @Nullable String ruleSet,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @Context HttpHeaders headers,
            byte[] body) {
        var submitter = actingParty.id();
        var key = IdempotencyKey.require(idempotencyKey);
        // Read before any connection is taken: a hostile document costs the database nothing.
        var submission = checkInvoice.read(document(headers, body), rules(ruleSet, on));
        var invoice = issueInvoice.issue(submitter, key, submission);
        return view(invoice, Response.created(URI.create("/invoices/" + invoice.id())));
    }

    @POST
    @Path("/validate")
    @RolesAllowed(WRITE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, OriginalDocument.PDF})
    @Operation(summary = "Judge an invoice without keeping it")
    @RequestBody(
            content = {
                @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML),
                @Content(
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        mediaType = OriginalDocument.PDF)
            })
    @APIResponse(
            responseCode = "200",
            description = "The verdict, whether valid or not",
            content = @Content(schema = @Schema(implementation = ValidationView.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "422", description = "pdf-without-invoice")
    public ValidationView validate(
            @Parameter(description = RULE_SET) @QueryParam("ruleSet") @Nullable String ruleSet,
            @Parameter(description = ON) @QueryParam("on") @Nullable String on,
            @Parameter(
                            description = "What the caller accepts; default: no-errors",
                            schema = @Schema(enumeration = {"no-errors", "no-warnings"}))
                    @QueryParam("accept")
                    @Nullable
                    String accept,
            @Parameter(description = "Rules whose findings the caller does not mind") @QueryParam("ignore")
                    List<String> ignore,
            @Context HttpHeaders headers,
            byte[] body) {
        actingParty.id();
        var policy = policy(accept, ignore);
        return ValidationView.of(checkInvoice.check(document(headers, body), rules(ruleSet, on)), policy);
    }

    @GET
    @RolesAllowed(READ)
    @Operation(summary = "The invoices that the acting party may read, newest first")
    public Page<InvoiceView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Cursor.limit(limit);
        var read = invoices.readableBy(actingParty.id(), Cursor.decode(cursor), size + 1);
        return Page.cut(read, size, Invoice::id, InvoiceView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(READ)
    @Operation(summary = "One invoice")
    @APIResponse(
            responseCode = "200",
            description = "The invoice, with its version as ETag",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    public Response read(@PathParam("id") String id) {
        return view(invoices.require(Ids.parse(id), actingParty.id()), Response.ok());
    }

    @GET
    @Path("/{id}/document")
    @RolesAllowed(READ)
    @Produces({MediaType.APPLICATION_XML, OriginalDocument.PDF})
    @Operation(summary = "The bytes as they came, with the media type they came as")
    @APIResponse(
            responseCode = "200",
            description = "The XML or PDF, with its SHA-256 as Repr-Digest (RFC 9530)",
            content = {
                @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML),
                @Content(
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        mediaType = OriginalDocument.PDF)
            })
    public Response document(@PathParam("id") String id) {
        var invoiceId = Ids.parse(id);
        var party = actingParty.id();
        var document = invoices.document(invoiceId, party);
        return Response.ok(document.bytes(), document.mediaType())
                .header(REPR_DIGEST, Digest.reprDigest(document.bytes()))
                .header(
                        HttpHeaders.ETAG,
                        ETags.of(invoices.require(invoiceId, party).version()))
                // A browser must not run what a stranger wrote.
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(WRITE)
    @Operation(summary = "Withdraw an invoice (its submitter only)")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled invoice",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    public Response cancel(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var party = actingParty.id();
        var invoiceId = Ids.parse(id);
        // A stranger learns nothing, not even which header is missing.
        invoices.require(invoiceId, party);
        var key = IdempotencyKey.require(idempotencyKey);
        var known = ETags.require(ifMatch);
        return view(cancelInvoice.cancel(invoiceId, party, key, known), Response.ok());
    }

    private static OriginalDocument document(HttpHeaders headers, byte[] body) {
        var type = headers.getMediaType();
        boolean pdf = type != null && type.getSubtype().equalsIgnoreCase("pdf");
        return new OriginalDocument(body, pdf ? OriginalDocument.PDF : OriginalDocument.XML);
    }

    private static RulesAsked rules(@Nullable String ruleSet, @Nullable String on) {
        try {
            return new RulesAsked(ruleSet, on == null ? null : LocalDate.parse(on));
        } catch (DateTimeParseException noDay) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "on is a day such as 2026-11-21");
        }
    }

    private static AcceptancePolicy policy(@Nullable String accept, List<String> ignore) {
        var refused = REFUSED.get(accept == null ? "no-errors" : accept);
        if (refused == null) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "accept is no-errors or no-warnings");
        }
        return new AcceptancePolicy(refused, Set.copyOf(ignore));
    }

    private static Response view(Invoice invoice, Response.ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, ETags.of(invoice.version()))
                .entity(InvoiceView.of(invoice))
                .build();
    }
}
