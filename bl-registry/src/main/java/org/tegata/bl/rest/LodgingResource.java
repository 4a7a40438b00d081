package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.tegata.access.IdempotencyKey;
import org.tegata.bl.application.CheckBill;
import org.tegata.bl.application.DraftBill;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.xml.BillLanguage;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Ids;

/** Documents that a carrier brings: lodged as a draft, or only judged. */
@Path("/bills")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
public class LodgingResource {

    /** Longest document; the longest JSON that is read anywhere (a tree is twenty times that). */
    private static final int LONGEST = 4 * 1024 * 1024;

    private static final String UNREADABLE =
            "Unreadable: xml-malformed, xml-forbidden-construct, xml-too-deep; malformed-request (JSON)";
    private static final String TOO_LARGE = "payload-too-large: more than 4 MiB";

    private final Callers callers;
    private final DraftBill draftBill;
    private final CheckBill checkBill;
    private final ReadBill readBill;

    LodgingResource(Callers callers, DraftBill draftBill, CheckBill checkBill, ReadBill readBill) {
        this.callers = callers;
        this.draftBill = draftBill;
        this.checkBill = checkBill;
        this.readBill = readBill;
    }

    @POST
    @RolesAllowed(Scopes.ISSUE)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Lodge a draft as its carrier, in either language; its bytes are kept as they come",
            description = "application/xml: our UN/CEFACT XML. application/json: a DCSA transport document (EBL 3.0.4);"
                    + " its characters are the record, and no rendering by the carrier travels with it."
                    + " replaces: the amended bill of one surrendered for amendment, or the bill that comes back"
                    + " from paper. fromPaper: a bill that was on paper and never under this register. A bill from"
                    + " paper is issued with the attestation that all originals were cancelled. issueTo: who gave up"
                    + " the paper, a party of this platform; an amended bill is issued to whoever surrendered the old"
                    + " one.")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "201",
            description = "The draft, with the issuance manifest that the carrier has to sign",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "403", description = "not-your-act: the bill names another carrier")
    @APIResponse(responseCode = "404", description = "not-found: there is no such bill to replace")
    @APIResponse(responseCode = "409", description = "bill-number-taken, not-replaceable, already-replaced")
    @APIResponse(responseCode = "413", description = TOO_LARGE)
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
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            byte[] body) {
        var key = IdempotencyKey.require(idempotencyKey);
        var lodged = lodged(type, body);
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
        var id = draftBill.draft(callers.lodging(), callers.party(), key, lodged, replacing);
        return BillResource.view(
                readBill.record(id, callers.party()), null, Response.created(URI.create("/bills/" + id)));
    }

    @POST
    @Path("/validate")
    @RolesAllowed(Scopes.READ)
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Judge a bill without keeping it, and say it in the other language",
            description = "The rules are those that a draft is judged by. A valid bill in XML is answered as DCSA"
                    + " transport document, a valid transport document as XML; unsaid: what the other language cannot"
                    + " say.")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "200",
            description = "The verdict, whether valid or not",
            content = @Content(schema = @Schema(implementation = ValidationView.class)))
    @APIResponse(responseCode = "400", description = UNREADABLE)
    @APIResponse(responseCode = "413", description = TOO_LARGE)
    @APIResponse(responseCode = "503", description = "unavailable: too many are being judged; repeat")
    public ValidationView validate(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type, byte[] body) {
        callers.party();
        return ValidationView.of(checkBill.check(lodged(type, body)));
    }

    private static DraftBill.Lodged lodged(@Nullable MediaType type, byte[] body) {
        var language = Headers.isJson(type) ? BillLanguage.JSON : BillLanguage.XML;
        if (body.length > LONGEST) {
            throw new Rejected(RequestProblem.PAYLOAD_TOO_LARGE, "A document has at most %d bytes", LONGEST);
        }
        return new DraftBill.Lodged(language, body);
    }
}
