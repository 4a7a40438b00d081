package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.Parties;

/** What an operator registers: who lives on this platform. */
@Path("/")
@Tag(name = "Operator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DirectoryResource {

    private final Parties parties;

    DirectoryResource(Parties parties) {
        this.parties = parties;
    }

    @PUT
    @Path("/parties/{partyId}")
    @RolesAllowed(Scopes.ADMIN)
    @Operation(summary = "Register a party of this platform; only such a party can be given possession here")
    public PartyView putParty(@PathParam("partyId") String partyId, Requests.@Nullable PartyName body) {
        var party = Members.party(partyId, "partyId");
        var name = Members.required(body, "the body").text();
        parties.putParty(party, name);
        return new PartyView(party.toString(), name);
    }

    /** A registered party. */
    record PartyView(String party, String name) {}
}
