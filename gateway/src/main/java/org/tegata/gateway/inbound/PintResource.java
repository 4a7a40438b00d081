package org.tegata.gateway.inbound;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.gateway.GatewayConfig;
import org.tegata.gateway.pint.Checksum;
import org.tegata.gateway.pint.IdentifyingCode;
import org.tegata.gateway.pint.PintJson;
import org.tegata.gateway.pint.UnreadableMessage;
import org.tegata.gateway.registry.RegistryClient;

/**
 * DCSA PINT 3.0.0 as the receiving platform. No bearer token: who sends is known by the signatures inside. What goes
 * wrong leaves as DCSA's ErrorResponse, see {@link WireErrors}.
 */
@Path("/v3")
@Tag(name = "DCSA PINT 3.0.0")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PintResource {

    private static final String MAJOR_VERSION = "3";

    private final ReceiveEnvelope receiving;
    private final AcceptEnvelope acceptance;
    private final RegistryClient registry;
    private final GatewayConfig config;

    PintResource(ReceiveEnvelope receiving, AcceptEnvelope acceptance, RegistryClient registry, GatewayConfig config) {
        this.receiving = receiving;
        this.acceptance = acceptance;
        this.registry = registry;
        this.config = config;
    }

    /** The party behind a code, for the sender to show to its user. */
    public record ReceiverValidationResponse(String partyName) {}

    @Operation(summary = "Start a transfer: signed RECE, DUPE, BSIG, BENV or DISE, or 201 with the documents awaited")
    @POST
    @Path("/envelopes")
    public Response start(@HeaderParam("API-Version") @Nullable String version, byte[] body) {
        requireVersion(version);
        if (body.length > config.limits().maxEnvelopeBytes()) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return answer(() -> receiving.receive(body));
    }

    @Operation(summary = "Transfer an additional document: 204, or signed INCD")
    @PUT
    @Path("/envelopes/{envelopeReference}/additional-documents/{documentChecksum}")
    public Response document(
            @HeaderParam("API-Version") @Nullable String version,
            @PathParam("envelopeReference") String envelopeReference,
            @PathParam("documentChecksum") String documentChecksum,
            byte[] body) {
        requireVersion(version);
        UUID id = reference(envelopeReference);
        if (!Checksum.hasForm(documentChecksum)) {
            throw new UnreadableMessage("$.documentChecksum", "must be a SHA-256 in lower case hex");
        }
        byte[] content = decoded(PintJson.string(body));
        return answer(() -> acceptance.document(id, documentChecksum, content));
    }

    @Operation(summary = "Finish a transfer: signed RECE, DUPE, MDOC, DISE or BENV")
    @PUT
    @Path("/envelopes/{envelopeReference}/finish-transfer")
    @Consumes(MediaType.WILDCARD)
    public Response finish(
            @HeaderParam("API-Version") @Nullable String version,
            @PathParam("envelopeReference") String envelopeReference) {
        requireVersion(version);
        UUID id = reference(envelopeReference);
        return answer(() -> acceptance.accept(id));
    }

    @Operation(summary = "Name of the party with this code, if it lives on this platform")
    @POST
    @Path("/receiver-validation")
    public Response validate(@HeaderParam("API-Version") @Nullable String version, byte[] body) {
        requireVersion(version);
        var code = IdentifyingCode.readRequest(body);
        return registry.receiver(code)
                .map(name -> Response.ok(new ReceiverValidationResponse(name)).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private static Response answer(Supplier<WireAnswer> work) {
        var answer = work.get();
        if (answer instanceof WireAnswer.Signed signed) {
            return Response.status(signed.status()).entity(signed.body()).build();
        }
        if (answer instanceof WireAnswer.Started started) {
            return Response.status(Response.Status.CREATED)
                    .entity(started.response())
                    .build();
        }
        return Response.noContent().build();
    }

    /** The header may be left out; if it is there it names the major version and nothing else. */
    private static void requireVersion(@Nullable String version) {
        if (version != null && !version.equals(MAJOR_VERSION)) {
            throw new UnreadableMessage("$.API-Version", "must be " + MAJOR_VERSION);
        }
    }

    private static UUID reference(String envelopeReference) {
        try {
            return UUID.fromString(envelopeReference);
        } catch (IllegalArgumentException notOurs) {
            throw new WebApplicationException(Response.Status.NOT_FOUND);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new UnreadableMessage("$", "must be Base64");
        }
    }
}
