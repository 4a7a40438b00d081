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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;
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

    private final ActingParty actingParty;
    private final CheckInvoice checkInvoice;
    private final IssueInvoice issueInvoice;
    private final CancelInvoice cancelInvoice;
    private final Invoices invoices;
    private final InvoiceConfig config;

    InvoiceResource(
            ActingParty actingParty,
            CheckInvoice checkInvoice,
            IssueInvoice issueInvoice,
            CancelInvoice cancelInvoice,
            Invoices invoices,
            InvoiceConfig config) {
        this.actingParty = actingParty;
        this.checkInvoice = checkInvoice;
        this.issueInvoice = issueInvoice;
        this.cancelInvoice = cancelInvoice;
        this.invoices = invoices;
        this.config = config;
    }

    @POST
    @RolesAllowed(WRITE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(summary = "Submit an invoice; its bytes are kept as they come")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "201",
            description = "Accepted, stored and published; or the earlier result of the same request",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(responseCode = "400", description = "Unreadable: xml-malformed, xml-forbidden-construct, xml-too-deep")
    @APIResponse(responseCode = "409", description = "invoice-number-taken")
    @APIResponse(responseCode = "422", description = "invoice-invalid, with every finding; idempotency-key-reused")
    public Response issue(
            @Parameter(required = true) @HeaderParam(IDEMPOTENCY_KEY) @Nullable String idempotencyKey, byte[] xml) {
        var submitter = actingParty.id();
        var key = IdempotencyKey.require(idempotencyKey);
        // Read before any connection is taken: a hostile document costs the database nothing.
        var checked = checkInvoice.check(withinLimit(xml));
        var invoice = issueInvoice.issue(submitter, key, checked);
        return view(invoice, Response.created(URI.create("/invoices/" + invoice.id())));
    }

    @POST
    @Path("/validate")
    @RolesAllowed(WRITE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(summary = "Judge an invoice without keeping it")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    public ValidationView validate(byte[] xml) {
        actingParty.id();
        return ValidationView.of(checkInvoice.check(withinLimit(xml)).report());
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
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The bytes as they came")
    @APIResponse(
            responseCode = "200",
            description = "The XML, with its SHA-256 as Repr-Digest (RFC 9530)",
            content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    public Response document(@PathParam("id") String id) {
        var invoiceId = Ids.parse(id);
        var party = actingParty.id();
        var bytes = invoices.document(invoiceId, party);
        return Response.ok(bytes, MediaType.APPLICATION_XML)
                .header(REPR_DIGEST, Digest.reprDigest(bytes))
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

    private byte[] withinLimit(byte[] xml) {
        if (xml.length > config.maxDocumentSize().asLongValue()) {
            throw new Rejected(RequestProblem.PAYLOAD_TOO_LARGE, RequestProblem.PAYLOAD_TOO_LARGE.title());
        }
        return xml;
    }

    private static Response view(Invoice invoice, Response.ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, ETags.of(invoice.version()))
                .entity(InvoiceView.of(invoice))
                .build();
    }
}
