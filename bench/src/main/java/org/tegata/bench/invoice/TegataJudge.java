package org.tegata.bench.invoice;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Verdict;

/** Ours: full messages and locations. */
final class TegataJudge implements Judge {
    static final String RULE_SET = "en16931:1.3.16";

    private final InvoiceValidator validator = new InvoiceValidator();

    @Override
    public String name() {
        return "tegata";
    }

    @Override
    public int judge(byte[] invoice) {
        return validator.validate(invoice, RULE_SET).findings().size();
    }

    @Override
    public Set<String> verdict(byte[] invoice) {
        Verdict verdict = validator.validate(invoice, RULE_SET);
        return verdict.findings().stream()
                .map(finding -> finding.ruleId().startsWith("cvc-")
                        ? SCHEMA
                        : finding.ruleId() + " " + finding.severity().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
