package org.tegata.gateway.partner;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.gateway.GatewayProblem;
import org.tegata.gateway.PlatformKey;
import org.tegata.gateway.pint.PlatformCode;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.ETags;

/** The operators' side of the directory of partner platforms. */
@Path("/partners")
@Tag(name = "Partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerResource {

    private final Partners partners;
    private final PlatformKey own;
    private final ActingParty actor;
    private final Clock clock;

    PartnerResource(Partners partners, PlatformKey own, ActingParty actor, Clock clock) {
        this.partners = partners;
        this.own = own;
        this.actor = actor;
        this.clock = clock;
    }

    /** All partners; {@code items} as in every list. */
    public record PartnerList(List<PartnerView> items) {}

    @Operation(summary = "All partner platforms")
    @GET
    @RolesAllowed("partners:read")
    @Transactional
    public PartnerList list() {
        return new PartnerList(partners.listAll(Sort.by("eblPlatform")).stream()
                .map(PartnerEntity::view)
                .toList());
    }

    @Operation(summary = "One partner platform")
    @GET
    @Path("/{eblPlatform}")
    @RolesAllowed("partners:read")
    @Transactional
    public Response one(@PathParam("eblPlatform") String eblPlatform) {
        var found = Optional.of(eblPlatform)
                .filter(PlatformCode::hasForm)
                .flatMap(partners::findByIdOptional)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "No such partner"));
        return Response.ok(found.view()).tag(String.valueOf(found.version())).build();
    }

    /** Registers a partner or replaces what is known; 201 the first time. If-Match is judged when it is given. */
    @Operation(summary = "Register a partner platform, or replace its address and keys")
    @PUT
    @Path("/{eblPlatform}")
    @RolesAllowed("partners:write")
    @Transactional
    public Response put(
            @PathParam("eblPlatform") String eblPlatform,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            PartnerRequest request) {
        requireUsable(eblPlatform);
        String baseUrl = usableUrl(request.baseUrl());
        String jwks = KeySets.accept(request.jwks());
        var known = partners.locked(eblPlatform);
        var partner = known == null ? new PartnerEntity(eblPlatform) : known;
        if (ifMatch != null && ETags.require(ifMatch) != partner.version()) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, RequestProblem.VERSION_MISMATCH.title());
        }
        partner.set(baseUrl, jwks, actor.id() + " " + actor.user(), clock.instant());
        if (known == null) {
            partners.persist(partner);
        }
        return Response.status(known == null ? 201 : 200)
                .entity(partner.view())
                .tag(String.valueOf(partner.version()))
                .build();
    }

    private void requireUsable(String eblPlatform) {
        if (eblPlatform.equals(own.eblPlatform())) {
            throw new Rejected(GatewayProblem.OWN_PLATFORM, "%s is this platform itself", eblPlatform);
        }
        if (!PlatformCode.hasForm(eblPlatform)) {
            throw new Rejected(
                    GatewayProblem.PARTNER_INVALID, "A platform code has at most four capital letters or digits");
        }
    }

    private static String usableUrl(@Nullable String text) {
        try {
            var url = URI.create(text == null ? "" : text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null) {
                String plain = url.toString();
                return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
            }
        } catch (IllegalArgumentException notAUrl) {
            // refused below like any other text
        }
        throw new Rejected(GatewayProblem.PARTNER_INVALID, "baseUrl must be an absolute http(s) URL without a query");
    }
}
