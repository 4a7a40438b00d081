package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.CreditProblem;
import org.tegata.lc.domain.Facts;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.problem.Rejected;

/** The beneficiary lodges documents under a credit (UCP 600 art. 6). */
@ApplicationScoped
public class PresentDocuments {

    /** How many acts on a bill this service may not have heard of yet. */
    private static final long MOST_UNHEARD = 1_000;

    private final ActOnCredit acts;
    private final Facts facts;
    private final Clock clock;

    PresentDocuments(ActOnCredit acts, Facts facts, Clock clock) {
        this.acts = acts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The documents of one presentation and what is drawn against them. */
    public record Documents(DocumentReference invoice, DocumentReference bill, Money drawing) {}

    /** The credit, and the id of the new presentation. */
    @Transactional
    public ActOnCredit.Acted present(CreditCall call, Documents documents) {
        return acts.act(call, "present", (credit, id) -> {
            var outcome = credit.present(
                    call.actor(),
                    call.expectedVersion(),
                    id,
                    documents.invoice(),
                    documents.bill(),
                    documents.drawing(),
                    clock);
            requirePresenters(call.actor(), documents);
            return outcome;
        });
    }

    /** Judged by what has arrived; what has not is judged by the examination. */
    private void requirePresenters(PartyId presenter, Documents documents) {
        var invoice = documents.invoice();
        facts.invoice(invoice.id()).ifPresent(known -> {
            if (!known.parties().contains(presenter) || !known.digest().equals(invoice.digest())) {
                throw notYours("invoice", invoice);
            }
        });
        var bill = documents.bill();
        facts.bill(bill.id()).ifPresent(known -> {
            if (!known.digest().equals(bill.digest())) {
                throw notYours("bill of lading", bill);
            }
        });
        facts.title(bill.id()).ifPresent(title -> {
            if (bill.version() - title.sequence() > MOST_UNHEARD) {
                throw new Rejected(
                        CreditProblem.NOT_PRESENTERS_DOCUMENT,
                        "The bill of lading %s has no version %d",
                        bill.id(),
                        bill.version());
            }
            // An event that this service has not heard yet may still make the presenter a holder.
            boolean heardAll = bill.version() <= title.sequence();
            if (heardAll && !title.holders().contains(presenter)) {
                throw notYours("bill of lading", bill);
            }
        });
    }

    private static Rejected notYours(String what, DocumentReference document) {
        return new Rejected(
                CreditProblem.NOT_PRESENTERS_DOCUMENT,
                "The %s %s is not the presenter's, or its bytes are others",
                what,
                document.id());
    }
}
