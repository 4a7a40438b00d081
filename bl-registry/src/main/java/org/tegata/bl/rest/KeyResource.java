package org.tegata.bl.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tegata.bl.domain.RegisterKeys;

/** The register's public key, for whoever verifies the seals of a record. */
@Path("/.well-known/jwks.json")
@Tag(name = "Verification")
public class KeyResource {

    private final RegisterKeys keys;

    KeyResource(RegisterKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The register's public keys as a JWK set")
    @APIResponse(
            responseCode = "200",
            description = "RFC 7517 JWK set",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String keys() {
        return keys.publicJwks();
    }
}
