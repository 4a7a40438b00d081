package org.tegata.bl.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.VerificationAddress;
import org.tegata.bl.application.VerifyPrint;
import org.tegata.bl.domain.Print;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.Problem;

/** Where the QR code of a print leads: anybody who holds it, and nobody else, is told whether it is still so. */
@Path("/verify/{id}")
@Tag(name = "Verification")
public class VerifyResource {

    private static final String NOTHING = "No bill of this register is what the address says";

    private final VerifyPrint verifyPrint;
    private final VerificationAddress addresses;

    VerifyResource(VerifyPrint verifyPrint, VerificationAddress addresses) {
        this.verifyPrint = verifyPrint;
        this.addresses = addresses;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML + ";qs=1")
    @Operation(
            summary = "Whether a print is what the register says; needs no token, but what the print says",
            description = "Answers the same 404 whatever of it is wrong, and for a draft. Tells nothing of holder or"
                    + " parties.")
    @APIResponse(
            responseCode = "200",
            description = "What has become of the bill: a page without script, or JSON",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Verification.class))
            })
    @APIResponse(responseCode = "404", description = "not-found: nothing of this register, or not what it says")
    @APIResponse(responseCode = "503", description = "unavailable: too many ask at once")
    public Response page(
            @PathParam("id") String id,
            @Parameter(description = "First 16 hexadecimal digits of the head at the time of printing")
                    @QueryParam("head")
                    @Nullable
                    String head,
            @Parameter(description = "First 16 hexadecimal digits of the transport document's checksum")
                    @QueryParam("document")
                    @Nullable
                    String document) {
        var html = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
        return verified(id, head, document)
                .map(bill -> answer(Response.ok(VerificationPage.of(bill), html)))
                .orElseGet(() -> answer(Response.status(Response.Status.NOT_FOUND)
                        .entity(VerificationPage.ofNone())
                        .type(html)));
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
    @Operation(hidden = true)
    public Response data(
            @PathParam("id") String id,
            @QueryParam("head") @Nullable String head,
            @QueryParam("document") @Nullable String document) {
        return verified(id, head, document)
                .map(bill -> answer(Response.ok(bill, MediaType.APPLICATION_JSON_TYPE)))
                .orElseGet(() -> answer(Response.status(Response.Status.NOT_FOUND)
                        .entity(Problem.of(new Rejected(RequestProblem.NOT_FOUND, NOTHING)))
                        .type(Problem.MEDIA_TYPE)));
    }

    private Optional<Verification> verified(String id, @Nullable String head, @Nullable String document) {
        return Print.read(id, head, document)
                .flatMap(print -> verifyPrint.verify(print).map(printed -> Verification.of(printed, print, addresses)));
    }

    /** Nobody keeps it, finds it, frames it, or is told where it was read: the address says what the print says. */
    private static Response answer(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", RenderBill.CONTENT_SECURITY_POLICY)
                .build();
    }
}
