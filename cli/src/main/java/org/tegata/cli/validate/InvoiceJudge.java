package org.tegata.cli.validate;

import java.util.Set;
import org.tegata.rules.AcceptancePolicy;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Question;

/** Of invoices (UN/CEFACT CII): by any rule set of theirs, streaming. */
public final class InvoiceJudge implements Judge {
    private final InvoiceValidator validator = new InvoiceValidator();
    private final Question question;
    private final AcceptancePolicy policy;

    /** Asks each document that question. */
    public InvoiceJudge(Question question, AcceptancePolicy policy) {
        this.question = question;
        this.policy = policy;
    }

    @Override
    public boolean knows(Beginning beginning) {
        return beginning.root().equals("CrossIndustryInvoice");
    }

    @Override
    public Set<String> extensions() {
        return Set.of(".xml");
    }

    @Override
    public Opinion judge(Document document) {
        var verdict = validator.judge(document::open, question).verdict();
        return new Opinion(
                new Verdict(
                        verdict.ruleSet(),
                        verdict.ruleSetVersion(),
                        verdict.release().name(),
                        verdict.engine(),
                        verdict.valid(),
                        verdict.findings(),
                        verdict.counts(),
                        verdict.omitted()),
                policy.accepts(verdict));
    }
}
