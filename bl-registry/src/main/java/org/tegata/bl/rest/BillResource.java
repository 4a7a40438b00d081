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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.IdempotencyKey;
import org.tegata.bl.application.DraftBill;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Envelopes;
import org.tegata.bl.json.Differences;
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
    private final ReadBill readBill;
    private final Envelopes envelopes;
    private final RenderBill renderBill;

    BillResource(Callers callers, DraftBill draftBill, ReadBill readBill, Envelopes envelopes, RenderBill renderBill) {
        this.callers = callers;
        this.draftBill = draftBill;
        this.readBill = readBill;
        this.envelopes = envelopes;
        this.renderBill = renderBill;
    }

    @POST
    @RolesAllowed(Scopes.ISSUE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Lodge a draft as its carrier; its bytes are kept as they come",
            description = "replaces: the amended bill of one surrendered for amendment, or the bill that comes back"
                    + " from paper. fromPaper: a bill that was on paper and never under this register. A bill from"
                    + " paper is issued with the attestation that all originals were cancelled. issueTo: who gave up"
                    + " the paper, a party of this platform; an amended bill is issued to whoever surrendered the old"
                    + " one.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "201",
            description = "The draft, with the issuance manifest that the carrier has to sign",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    @APIResponse(responseCode = "400", description = "Unreadable: xml-malformed, xml-forbidden-construct, xml-too-deep")
    @APIResponse(responseCode = "403", description = "not-your-act: the bill names another carrier")
    @APIResponse(responseCode = "404", description = "not-found: there is no such bill to replace")
    @APIResponse(responseCode = "409", description = "bill-number-taken, not-replaceable, already-replaced")
    @APIResponse(
            responseCode = "422",
            description = "bill-invalid, with every finding; bill-without-holder, unknown-recipient")
    public Response draft(
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String idempotencyKey,
            @QueryParam("replaces") @Nullable String replaces,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("fromPaper")
                    @Nullable
                    String paper,
            @QueryParam("issueTo") @Nullable String issueTo,
            byte[] xml) {
        var key = IdempotencyKey.require(idempotencyKey);
        boolean fromPaper = "true".equals(paper);
        if (!fromPaper && paper != null && !"false".equals(paper)) {
            throw Members.malformed("fromPaper is true or false");
        }
        if (replaces != null && fromPaper) {
            throw Members.malformed("replaces says by itself whether the bill comes from paper");
        }
        if (issueTo != null && replaces == null && !fromPaper) {
            throw Members.malformed("issueTo goes with replaces or fromPaper; else the shipper is the first holder");
        }
        var replacing = new DraftBill.Replacing(
                replaces == null ? null : Ids.parse(replaces),
                fromPaper,
                issueTo == null ? null : Members.party(issueTo, "issueTo"));
        var id = draftBill.draft(callers.lodging(), callers.party(), key, xml, replacing);
        return view(readBill.record(id, callers.party()), null, Response.created(URI.create("/bills/" + id)));
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The bills that the acting party may read, newest first, without their chains")
    public Page<BillView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Cursor.limit(limit);
        var read = readBill.list(callers.party(), Cursor.decode(cursor), size + 1);
        return Page.cut(read, size, listed -> listed.bill().id(), BillView::inList);
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
        var record = visible(id);
        var successor = readBill.successor(record.bill().id()).orElse(null);
        return view(record, successor, Response.ok());
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
        var record = visible(id);
        var shown = readBill.document(record).visualisation();
        if (shown == null) {
            throw new Rejected(RequestProblem.NOT_FOUND, "The bill came without a rendering by its carrier");
        }
        return bytes(record.bill(), shown.mediaType(), shown.content());
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
        var record = visible(id);
        var text = readBill.document(record).transportDocument();
        return bytes(record.bill(), MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
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

    @GET
    @Path("/{id}/differences")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "What the bill says otherwise than the one that it replaces, member by member")
    @APIResponse(responseCode = "404", description = "not-found: no such bill, or it replaces none of this register")
    public List<Differences.Difference> differences(@PathParam("id") String id) {
        return readBill.differences(Ids.parse(id), callers.party());
    }

    @GET
    @Path("/{id}/rendering")
    @RolesAllowed(Scopes.READ)
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The bill for people: ORIGINAL for its holder, a copy for everybody else")
    @APIResponse(
            responseCode = "200",
            description = "A page without script or outside resources",
            content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.TEXT_HTML))
    public Response rendering(@PathParam("id") String id) {
        var record = visible(id);
        return Response.ok(renderBill.page(record, callers.party()), "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", RenderBill.CONTENT_SECURITY_POLICY)
                .build();
    }

    private BillRecord visible(String id) {
        return readBill.record(Ids.parse(id), callers.party());
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

    static Response view(BillRecord record, @Nullable UUID successor, Response.ResponseBuilder response) {
        return response.entity(BillView.of(record, successor))
                .header(HttpHeaders.ETAG, ETags.of(record.bill().version()))
                .build();
    }
}
