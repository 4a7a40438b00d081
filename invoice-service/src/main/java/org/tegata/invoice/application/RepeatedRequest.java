package org.tegata.invoice.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceProblem;
import org.tegata.invoice.domain.Invoices;
import org.tegata.outbox.OnceOnly;
import org.tegata.outbox.OneTrip;
import org.tegata.problem.Rejected;
import org.tegata.rules.Verdict;

/** Answers a request that makes no new invoice: it was made before, or its document is not valid. */
@ApplicationScoped
public class RepeatedRequest {

    private final Invoices invoices;
    private final OnceOnly onceOnly;

    RepeatedRequest(Invoices invoices, OnceOnly onceOnly) {
        this.invoices = invoices;
        this.onceOnly = onceOnly;
    }

    /** What the same request made before, as it is now; otherwise refuses by the verdict, and the key stays free. */
    @Transactional
    public Invoice answer(OneTrip.Claim claim, Verdict verdict) {
        var owner = onceOnly.claim(claim.party(), claim.idempotencyKey(), claim.request(), claim.newId());
        if (!owner.equals(claim.newId())) {
            return invoices.require(owner, claim.party());
        }
        if (verdict.valid()) {
            throw new IllegalStateException("an idempotency row vanished");
        }
        throw new Rejected(InvoiceProblem.INVOICE_INVALID, detail(verdict)).withFindings(verdict.findings());
    }

    private static String detail(Verdict verdict) {
        String omitted = verdict.omitted() == 0 ? "" : "; %d findings are not listed".formatted(verdict.omitted());
        return "Judged by %s %s, release %s%s"
                .formatted(verdict.ruleSet(), verdict.ruleSetVersion(), verdict.release(), omitted);
    }
}
