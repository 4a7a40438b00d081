package org.tegata.bl.rest;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.DraftBill;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Envelopes;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;
import org.tegata.xml.Digest;

/** Bills of lading over HTTP: lodging and reading. Reading never enables an act. */
@Path("/bills")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillResource {

    private final Callers callers;
    private final DraftBill draftBill;
    private final Bills bills;
    private final Envelopes envelopes;

    BillResource(Callers callers, DraftBill draftBill, Bills bills, Envelopes envelopes) {
        this.callers = callers;
        this.draftBill = draftBill;
        this.bills = bills;
        this.envelopes = envelopes;
    }

    @POST
    @RolesAllowed(Scopes.ISSUE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(summary = "Lodge a draft as its carrier; its bytes are kept as they come")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "201",
            description = "The draft, with the issuance manifest that the carrier has to sign",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    @APIResponse(responseCode = "400", description = "Unreadable: xml-malformed, xml-forbidden-construct, xml-too-deep")
    @APIResponse(responseCode = "403", description = "not-your-act: the bill names another carrier")
    @APIResponse(responseCode = "409", description = "bill-number-taken")
    @APIResponse(responseCode = "422", description = "bill-invalid, with every finding; bill-without-holder")
    public Response draft(@HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey, byte[] xml) {
        var bill = draftBill.draft(callers.request(idempotencyKey, "draft"), xml);
        return view(bills.record(bill.id()).at(bill), Response.created(URI.create("/bills/" + bill.id())));
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The bills that the acting party may read, newest first, without their chains")
    public Page<BillView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Cursor.limit(limit);
        var read = bills.ofParty(callers.party(), Cursor.decode(cursor), size + 1);
        return Page.cut(read, size, Bill::id, BillView::inList);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "One bill: who holds it, to whose order, and the sealed record that this follows from")
    @APIResponse(
            responseCode = "200",
            description = "The bill, with its version as ETag",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    public Response read(@PathParam("id") String id) {
        return view(visible(id), Response.ok());
    }

    @GET
    @Path("/{id}/document")
    @RolesAllowed(Scopes.READ)
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The bytes as they came: our XML, or what another platform sent as the carrier's rendering")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with their SHA-256 as Repr-Digest (RFC 9530)",
            content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    public Response document(@PathParam("id") String id) {
        var bill = visible(id).bill();
        var shown = bills.document(bill).visualisation();
        if (shown == null) {
            throw new Rejected(RequestProblem.NOT_FOUND, "The bill came without a rendering by its carrier");
        }
        return bytes(bill, shown.mediaType(), shown.content());
    }

    @GET
    @Path("/{id}/transport-document")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The DCSA transport document, always the same characters")
    @APIResponse(
            responseCode = "200",
            description = "DCSA TransportDocument (PINT 3.0.0)",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response transportDocument(@PathParam("id") String id) {
        var bill = visible(id).bill();
        var text = bills.document(bill).transportDocument();
        return bytes(bill, MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("/{id}/chain")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The sealed record, and the signed chain exchanged with other platforms")
    @APIResponse(
            responseCode = "200",
            description = "Both chains, each entry as it was signed",
            content = @Content(schema = @Schema(implementation = ChainView.class)))
    public Response chain(@PathParam("id") String id) {
        var record = visible(id);
        var chain = new ChainView(
                record.bill().id(),
                record.bill().version(),
                record.entries().stream().map(EntryView::of).toList(),
                envelopes.chain(record.bill().id()));
        return Response.ok(chain)
                .header(HttpHeaders.ETAG, ETags.of(record.bill().version()))
                .build();
    }

    /** A bill's record, and its envelope transfer chain (JWS by the platforms). */
    record ChainView(UUID billId, long version, List<EntryView> entries, List<String> envelopeTransferChain) {}

    private BillRecord visible(String id) {
        var record = bills.record(Ids.parse(id));
        if (!record.bill().isParty(callers.party())) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        return record;
    }

    private static Response bytes(Bill bill, String mediaType, byte[] content) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.ETAG, ETags.of(bill.version()))
                .header("Repr-Digest", Digest.reprDigest(content))
                // what another platform sent is shown to nobody as a page of ours
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    static Response view(BillRecord record, Response.ResponseBuilder response) {
        return response.entity(BillView.of(record))
                .header(HttpHeaders.ETAG, ETags.of(record.bill().version()))
                .build();
    }
}
