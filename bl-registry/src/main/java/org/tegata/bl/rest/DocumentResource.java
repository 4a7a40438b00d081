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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillRecord;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.xml.Digest;

/** The document of a bill: as it came, in both languages, and for people. */
@Path("/bills/{id}")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private static final String PDF = "application/pdf";
    private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);

    private final Callers callers;
    private final ReadBill readBill;
    private final RenderBill renderBill;

    DocumentResource(Callers callers, ReadBill readBill, RenderBill renderBill) {
        this.callers = callers;
        this.readBill = readBill;
        this.renderBill = renderBill;
    }

    @GET
    @Path("/document")
    @RolesAllowed(Scopes.READ)
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "The bytes as they came: our XML, DCSA's JSON, or what another platform sent as the carrier's"
                    + " rendering")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with their SHA-256 as Repr-Digest (RFC 9530)",
            content = {
                @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML),
                @Content(schema = @Schema(type = SchemaType.OBJECT), mediaType = MediaType.APPLICATION_JSON)
            })
    public Response document(@PathParam("id") String id) {
        var record = visible(id);
        var document = readBill.document(record);
        var shown = document.visualisation();
        return shown == null ? json(record, document) : bytes(record, shown.mediaType(), shown.content());
    }

    @GET
    @Path("/transport-document")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The DCSA transport document, always the same characters")
    @APIResponse(
            responseCode = "200",
            description = "DCSA TransportDocument (PINT 3.0.0)",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response transportDocument(@PathParam("id") String id) {
        var record = visible(id);
        return json(record, readBill.document(record));
    }

    @GET
    @Path("/xml")
    @RolesAllowed(Scopes.READ)
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "The bill as our XML in its canonical form, whatever it came as",
            description = "A view, made anew at each reading; the record is what /document gives.")
    @APIResponse(
            responseCode = "200",
            description = "The bill, with the SHA-256 of these bytes as Repr-Digest",
            content = @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.APPLICATION_XML))
    public Response xml(@PathParam("id") String id) {
        var record = visible(id);
        return bytes(record, MediaType.APPLICATION_XML, readBill.xml(record));
    }

    @GET
    @Path("/unsaid")
    @RolesAllowed(Scopes.READ)
    @Operation(
            summary = "What the language that the bill came in says and the other cannot",
            description = "location: an XPath of a bill that came as XML, else a JSON pointer.")
    public List<Unsaid> unsaid(@PathParam("id") String id) {
        return readBill.unsaid(visible(id));
    }

    @GET
    @Path("/rendering")
    @RolesAllowed(Scopes.READ)
    @Produces({MediaType.TEXT_HTML, PDF})
    @Operation(
            summary = "The bill for people: ORIGINAL for its holder, a copy for everybody else",
            description = "Accept: text/html (also when nothing is asked for) or application/pdf.")
    @APIResponse(
            responseCode = "200",
            description = "A page without script or outside resources; or PDF/A",
            content = {
                @Content(schema = @Schema(type = SchemaType.STRING), mediaType = MediaType.TEXT_HTML),
                @Content(schema = @Schema(type = SchemaType.STRING, format = "binary"), mediaType = PDF)
            })
    @APIResponse(responseCode = "406", description = "not-acceptable: neither of the two")
    @APIResponse(responseCode = "503", description = "unavailable: too many are being printed; repeat")
    public Response rendering(@PathParam("id") String id, @Context HttpHeaders headers) {
        var bill = Ids.parse(id);
        var reader = callers.party();
        var type = Offer.best(headers.getAcceptableMediaTypes(), MediaType.TEXT_HTML_TYPE, PDF_TYPE);
        var answer = type.equals(PDF_TYPE)
                ? Response.ok(renderBill.pdf(readBill.exchanged(bill, reader), reader), PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + bill + ".pdf\"")
                : Response.ok(renderBill.page(readBill.record(bill, reader), reader), "text/html;charset=UTF-8")
                        .header("Content-Security-Policy", RenderBill.CONTENT_SECURITY_POLICY);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private BillRecord visible(String id) {
        return readBill.record(Ids.parse(id), callers.party());
    }

    private static Response json(BillRecord record, BillDocument document) {
        var text = document.transportDocument().getBytes(StandardCharsets.UTF_8);
        return bytes(record, MediaType.APPLICATION_JSON, text);
    }

    private static Response bytes(BillRecord record, String mediaType, byte[] content) {
        return Response.ok(content, mediaType)
                .header(HttpHeaders.ETAG, ETags.of(record.bill().version()))
                .header("Repr-Digest", Digest.reprDigest(content))
                // what another platform sent is shown to nobody as a page of ours
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
