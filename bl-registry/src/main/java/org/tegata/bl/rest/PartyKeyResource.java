package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.application.RegisterKey;
import org.tegata.bl.application.RevokeKey;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.json.TransactionJson;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** The keys by which parties sign: registered, rotated and withdrawn, and never forgotten. */
@Path("/parties/{partyId}/keys")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
public class PartyKeyResource {

    private final Callers callers;
    private final RegisterKey registerKey;
    private final RevokeKey revokeKey;
    private final PartyKeys keys;
    private final ObjectMapper json;

    PartyKeyResource(Callers callers, RegisterKey registerKey, RevokeKey revokeKey, PartyKeys keys, ObjectMapper json) {
        this.callers = callers;
        this.registerKey = registerKey;
        this.revokeKey = revokeKey;
        this.keys = keys;
        this.json = json;
    }

    @POST
    @RolesAllowed({Scopes.ADMIN, Scopes.WRITE, Scopes.ISSUE})
    @Consumes({MediaType.APPLICATION_JSON, Headers.JOSE})
    @Operation(
            summary = "Register a public key of a party",
            description = "application/json: by the operator (scope registry:admin). application/jose: by the party"
                    + " itself, a JWS (typ key+jws) by one of its keys in force over party, jwk, notBefore, notAfter"
                    + " and signedAt. A key that is there keeps its window; a revoked one stays revoked.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Requests.NewKey.class)),
                @Content(mediaType = Headers.JOSE, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "201",
            description = "The key; 200 when it was there",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "403", description = "forbidden, key-unknown, key-revoked, key-not-in-force")
    @APIResponse(responseCode = "404", description = "not-found: no party of this platform")
    @APIResponse(responseCode = "409", description = "key-not-custodied: the key store does not hold that key")
    @APIResponse(responseCode = "422", description = "act-signature-rejected")
    public Response register(
            @PathParam("partyId") String partyId,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
            byte[] body) {
        var party = Members.party(partyId, "partyId");
        var registered = Headers.isJson(type)
                ? byOperator(party, body)
                : bySelf(party, new String(body, StandardCharsets.US_ASCII));
        return Response.status(registered.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(KeyView.of(registered.key()))
                .build();
    }

    private RegisterKey.Registered byOperator(PartyId party, byte[] body) {
        callers.requireOperator();
        return registerKey.register(party, read(body, Requests.NewKey.class).key());
    }

    private RegisterKey.Registered bySelf(PartyId party, String jws) {
        callers.requireSelf(party);
        return registerKey.rotate(
                party, jws, payload -> read(payload, Requests.Rotation.class).rotation());
    }

    private <T> T read(byte[] body, Class<T> type) {
        try {
            return Members.required(json.readValue(body, type), "the body");
        } catch (JsonProcessingException unreadable) {
            // not its message: it may quote a key that was not meant to come here
            throw Members.malformed("The JSON does not fit this call");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are read", impossible);
        }
    }

    @GET
    @RolesAllowed({Scopes.READ, Scopes.ADMIN})
    @Operation(summary = "All keys of a party, past and present, the newest first: by these its acts are verified")
    public List<KeyView> keys(@PathParam("partyId") String partyId) {
        return keys.of(Members.party(partyId, "partyId")).stream()
                .map(KeyView::of)
                .toList();
    }

    @POST
    @Path("/{keyId}/revocation")
    @RolesAllowed({Scopes.ADMIN, Scopes.WRITE, Scopes.ISSUE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw a key for good, as the operator or as the party itself")
    @APIResponse(
            responseCode = "200",
            description = "The revoked key; a repeat changes nothing",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "403", description = "forbidden: the key of another party")
    @APIResponse(responseCode = "404", description = "not-found: the party has no such key")
    public KeyView revoke(
            @PathParam("partyId") String partyId,
            @PathParam("keyId") String keyId,
            Requests.@Nullable Revocation body) {
        var party = Members.party(partyId, "partyId");
        callers.requireSelfOrOperator(party);
        var reason = Members.required(body, "the body").text();
        if (!Members.isPlain(keyId)) {
            throw new Rejected(RequestProblem.NOT_FOUND, "%s has no such key", party);
        }
        return KeyView.of(revokeKey.revoke(party, keyId, reason));
    }

    /** A registered key; whether it may sign now follows from its window and its revocation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String keyId,

            @Schema(implementation = Object.class) @JsonRawValue
            String jwk,

            String notBefore,
            String notAfter,
            @Nullable String revokedAt,
            @Nullable String reason,
            boolean custodied,
            @Nullable String authorisedBy) {

        static KeyView of(PartyKey key) {
            var revocation = key.revocation();
            return new KeyView(
                    key.keyId(),
                    key.jwk(),
                    TransactionJson.time(key.notBefore()),
                    TransactionJson.time(key.notAfter()),
                    revocation == null ? null : TransactionJson.time(revocation.at()),
                    revocation == null ? null : revocation.reason(),
                    key.custodyAlias() != null,
                    key.authorisedBy());
        }
    }
}
