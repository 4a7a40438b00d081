package org.tegata.invoice.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.rules.RuleSet;
import org.tegata.rules.RuleSets;

/** By what invoices are judged; no secret, so nobody needs a token to read it. */
@Path("/rule-sets")
@Tag(name = "Rule sets")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RuleSetResource {

    @GET
    @Operation(summary = "All rule sets; of several versions of one, the newest first")
    public List<RuleSetView> list() {
        return RuleSets.all().stream().map(RuleSetView::of).toList();
    }

    @GET
    @Path("/{id}/rules")
    @Operation(summary = "The rules of one rule set, by id or id:version; those of XML Schema are not listed")
    public List<RuleSetView.RuleView> rules(@PathParam("id") String id) {
        RuleSet ruleSet = RuleSets.find(id)
                .orElseThrow(() -> new Rejected(RequestProblem.NOT_FOUND, "There is no rule set of that name"));
        return RuleSetView.rules(ruleSet);
    }
}
