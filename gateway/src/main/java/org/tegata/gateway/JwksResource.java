package org.tegata.gateway;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public halves of the platform's keys (RFC 7517), for partners to register. */
@Path("/.well-known/jwks.json")
@Tag(name = "Keys")
public class JwksResource {

    private final PlatformKey key;

    JwksResource(PlatformKey key) {
        this.key = key;
    }

    @Operation(summary = "Public keys of this platform (RFC 7517)")
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(key.publicJwks())
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
