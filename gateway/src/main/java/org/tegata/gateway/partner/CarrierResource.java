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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.access.ActingParty;
import org.tegata.access.PartyId;
import org.tegata.gateway.GatewayProblem;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.rest.ETags;

/** The operators' side of the carriers: whose issuance manifests are believed. */
@Path("/carriers")
@Tag(name = "Carriers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CarrierResource {

    private static final int MAX_NAME = 70;

    private final Carriers carriers;
    private final ActingParty actor;
    private final Clock clock;

    CarrierResource(Carriers carriers, ActingParty actor, Clock clock) {
        this.carriers = carriers;
        this.actor = actor;
        this.clock = clock;
    }

    /** All carriers. */
    public record CarrierList(List<CarrierView> items) {}

    @Operation(summary = "All carriers")
    @GET
    @RolesAllowed("partners:read")
    @Transactional
    public CarrierList list() {
        return new CarrierList(carriers.listAll(Sort.by("partyId")).stream()
                .map(CarrierEntity::view)
                .toList());
    }

    @Operation(summary = "One carrier")
    @GET
    @Path("/{partyId}")
    @RolesAllowed("partners:read")
    @Transactional
    public Response one(@PathParam("partyId") String partyId) {
        var found = Optional.of(partyId)
                .filter(CarrierResource::isParty)
                .flatMap(carriers::findByIdOptional)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "No such carrier"));
        return Response.ok(found.view()).tag(String.valueOf(found.version())).build();
    }

    /** Registers a carrier's keys or replaces them; 201 the first time. If-Match is judged when it is given. */
    @Operation(summary = "Register a carrier, or replace its keys")
    @PUT
    @Path("/{partyId}")
    @RolesAllowed("partners:write")
    @Transactional
    public Response put(
            @PathParam("partyId") String partyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            CarrierRequest request) {
        requireParty(partyId);
        String name = request.name();
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            throw new Rejected(GatewayProblem.CARRIER_INVALID, "name must have 1 to %d characters", MAX_NAME);
        }
        String jwks = KeySets.accept(request.jwks());
        var known = carriers.locked(partyId);
        var carrier = known == null ? new CarrierEntity(partyId) : known;
        if (ifMatch != null && ETags.require(ifMatch) != carrier.version()) {
            throw new Rejected(RequestProblem.VERSION_MISMATCH, RequestProblem.VERSION_MISMATCH.title());
        }
        carrier.set(name, jwks, actor.id() + " " + actor.user(), clock.instant());
        if (known == null) {
            carriers.persist(carrier);
        }
        return Response.status(known == null ? 201 : 200)
                .entity(carrier.view())
                .tag(String.valueOf(carrier.version()))
                .build();
    }

    private static boolean isParty(String partyId) {
        try {
            PartyId.parse(partyId);
            return true;
        } catch (IllegalArgumentException notAParty) {
            return false;
        }
    }

    private static void requireParty(String partyId) {
        try {
            PartyId.parse(partyId);
        } catch (IllegalArgumentException notAParty) {
            String why = notAParty.getMessage() == null ? "unusable" : notAParty.getMessage();
            throw new Rejected(GatewayProblem.CARRIER_INVALID, why);
        }
    }
}
