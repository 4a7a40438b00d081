package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditProblem;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.Facts;
import org.tegata.lc.domain.Presentation;
import org.tegata.lc.domain.RuleResult;
import org.tegata.lc.domain.rules.Examiner;
import org.tegata.problem.Rejected;

/** The bank examines a presentation on what the owners of the documents have published (UCP 600 art. 14). */
@ApplicationScoped
public class ExaminePresentation {

    private final ActOnCredit acts;
    private final Facts facts;
    private final Clock clock;

    ExaminePresentation(ActOnCredit acts, Facts facts, Clock clock) {
        this.acts = acts;
        this.facts = facts;
        this.clock = clock;
    }

    /** A person's decision of a rule that the data could not decide. */
    public record Judgement(String ruleId, boolean complies, String reason) {}

    /** Refuses (409) while a document's owner has not told about it yet. */
    @Transactional
    public Credit examine(CreditCall call, UUID presentationId, String user, List<Judgement> judgements) {
        return acts.act(call, "examine " + presentationId, (credit, id) -> {
                    var presentation = credit.requireExaminable(call.actor(), call.expectedVersion(), presentationId);
                    var result = judged(examine(credit, presentation), user, judgements);
                    return credit.examine(call.actor(), call.expectedVersion(), presentationId, result);
                })
                .credit();
    }

    private Examination examine(Credit credit, Presentation presentation) {
        var invoice = facts.invoice(presentation.invoice().id())
                .orElseThrow(() -> notArrived("invoice", presentation.invoice().id()));
        var billId = presentation.bill().id();
        var bill = facts.bill(billId).orElseThrow(() -> notArrived("bill of lading", billId));
        BillTitle title = facts.title(billId)
                .filter(known -> known.sequence() >= presentation.bill().version())
                .orElseThrow(() -> notArrived("control of the bill of lading", billId));
        return Examiner.examine(
                credit, presentation, invoice, bill, title, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Examination judged(Examination found, String user, List<Judgement> judgements) {
        Map<String, Judgement> byRule = new HashMap<>();
        judgements.forEach(judgement -> byRule.put(judgement.ruleId(), judgement));
        var results = new ArrayList<RuleResult>();
        for (var result : found.results()) {
            var judgement = result.needsPerson() ? byRule.remove(result.ruleId()) : null;
            results.add(judgement == null ? result : result.judged(judgement.complies(), user, judgement.reason()));
        }
        if (!byRule.isEmpty()) {
            throw new Rejected(CreditProblem.JUDGEMENT_NOT_NEEDED, "Not for a person to decide: %s", byRule.keySet());
        }
        return new Examination(found.rulePack(), found.at(), results);
    }

    private static Rejected notArrived(String what, UUID id) {
        return new Rejected(CreditProblem.FACTS_NOT_ARRIVED, "The facts of the %s %s have not arrived", what, id);
    }
}
