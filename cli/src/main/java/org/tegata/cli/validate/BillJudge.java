package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tegata.bill.BillReading;
import org.tegata.problem.Finding;
import org.tegata.rules.AcceptancePolicy;

/** Of bills of lading in either of their languages, by one set of rules. */
public final class BillJudge implements Judge {
    /** What the ids of findings on the form begin with. */
    private static final Set<String> FORM = Set.of("cvc-", "DCSA-", "JSON-");

    private final BillText bills;
    private final AcceptancePolicy policy;

    public BillJudge(BillText bills, AcceptancePolicy policy) {
        this.bills = bills;
        this.policy = policy;
    }

    @Override
    public boolean knows(Beginning beginning) {
        return BillText.isBill(beginning);
    }

    @Override
    public Set<String> extensions() {
        return Set.of(".xml", ".json");
    }

    @Override
    public Opinion judge(Document document) throws IOException, NotRead {
        try (InputStream in = document.open()) {
            byte[] bytes = BillText.bytes(in);
            var verdict = verdict(bills.read(bytes), BillText.release(bytes));
            return new Opinion(verdict, verdict.findings().stream().noneMatch(this::refuses));
        }
    }

    /** A bill that one has read oneself, as a report tells of it. */
    public static Judged told(BillReading bill, String release, String name) {
        return new Judged(name, verdict(bill, release), null, bill.valid(), 0);
    }

    private static Verdict verdict(BillReading bill, String release) {
        List<Finding> findings = bill.report().findings();
        Map<String, Integer> counts = new HashMap<>();
        findings.forEach(finding -> counts.merge(finding.ruleId(), 1, Integer::sum));
        return new Verdict(
                bill.report().ruleSet(), null, release, null, bill.report().valid(), findings, counts, 0);
    }

    /** What breaks the form cannot be ignored: without it no rule was asked. */
    private boolean refuses(Finding finding) {
        boolean form = FORM.stream().anyMatch(finding.ruleId()::startsWith);
        return policy.refused().contains(finding.severity())
                && (form || !policy.ignored().contains(finding.ruleId()));
    }
}
