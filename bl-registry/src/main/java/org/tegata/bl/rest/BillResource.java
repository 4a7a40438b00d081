package org.tegata.bl.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.json.Differences;
import org.tegata.problem.rest.Cursor;
import org.tegata.problem.rest.ETags;
import org.tegata.problem.rest.Ids;
import org.tegata.problem.rest.Page;

/** Bills of lading over HTTP: reading. Reading never enables an act. */
@Path("/bills")
@Tag(name = "Bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillResource {

    private final Callers callers;
    private final ReadBill readBill;

    BillResource(Callers callers, ReadBill readBill) {
        this.callers = callers;
        this.readBill = readBill;
    }

    @GET
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The bills that the acting party may read, newest first, without their chains")
    public Page<BillView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = Cursor.limit(limit);
        var read = readBill.list(callers.party(), Cursor.decode(cursor), size + 1);
        return Page.cut(read, size, listed -> listed.bill().id(), BillView::inList);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "One bill: who holds it, to whose order, and the sealed record that this follows from")
    @APIResponse(
            responseCode = "200",
            description = "The bill, with its version as ETag",
            content = @Content(schema = @Schema(implementation = BillView.class)))
    public Response read(@PathParam("id") String id) {
        var record = visible(id);
        var successor = readBill.successor(record.bill().id()).orElse(null);
        return view(record, successor, Response.ok());
    }

    @GET
    @Path("/{id}/chain")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "The sealed record, and the signed chain exchanged with other platforms")
    @APIResponse(
            responseCode = "200",
            description = "Both chains, each entry as it was signed",
            content = @Content(schema = @Schema(implementation = ChainView.class)))
    public Response chain(@PathParam("id") String id) {
        var chain = ChainView.of(readBill.exchanged(Ids.parse(id), callers.party()));
        return Response.ok(chain)
                .header(HttpHeaders.ETAG, ETags.of(chain.version()))
                .build();
    }

    /** A bill's record, and its envelope transfer chain (JWS by the platforms). */
    record ChainView(UUID billId, long version, List<EntryView> entries, List<String> envelopeTransferChain) {

        static ChainView of(ReadBill.Exchanged exchanged) {
            var bill = exchanged.record().bill();
            return new ChainView(
                    bill.id(),
                    bill.version(),
                    exchanged.record().entries().stream().map(EntryView::of).toList(),
                    exchanged.envelopeTransferChain());
        }
    }

    @GET
    @Path("/{id}/differences")
    @RolesAllowed(Scopes.READ)
    @Operation(summary = "What the bill says otherwise than the one that it replaces, member by member")
    @APIResponse(responseCode = "404", description = "not-found: no such bill, or it replaces none of this register")
    public List<Differences.Difference> differences(@PathParam("id") String id) {
        return readBill.differences(Ids.parse(id), callers.party());
    }

    private BillRecord visible(String id) {
        return readBill.record(Ids.parse(id), callers.party());
    }

    static Response view(BillRecord record, @Nullable UUID successor, Response.ResponseBuilder response) {
        return response.entity(BillView.of(record, successor))
                .header(HttpHeaders.ETAG, ETags.of(record.bill().version()))
                .build();
    }
}
