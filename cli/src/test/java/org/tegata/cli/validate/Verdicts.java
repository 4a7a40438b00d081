package org.tegata.cli.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** Verdicts that no engine gave. */
final class Verdicts {
    static final Finding WRONG_SUM = new Finding(
            "BR-CO-10",
            Severity.ERROR,
            "/rsm:CrossIndustryInvoice[1]/rsm:SupplyChainTradeTransaction[1]",
            "The sum is wrong",
            "合計が違います",
            "1.00",
            "2.00",
            "Add again",
            "もう一度足してください");
    static final Finding UNUSUAL =
            new Finding("CII-SR-308", Severity.WARNING, "/rsm:CrossIndustryInvoice[1]", "Not in the core of EN 16931");

    private Verdicts() {}

    static Verdict of(Finding... findings) {
        Map<String, Integer> counts = Arrays.stream(findings)
                .collect(Collectors.groupingBy(
                        Finding::ruleId, Collectors.collectingAndThen(Collectors.toList(), List::size)));
        boolean valid = Arrays.stream(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new Verdict("en16931", "1.3.16", "D16B", "test", valid, List.of(findings), counts, 0);
    }

    static Judged judged(String name, Finding... findings) {
        Verdict verdict = of(findings);
        return new Judged(name, verdict, null, verdict.valid(), 1_500_000);
    }

    static Judged refused(String name, String detail) {
        return new Judged(name, null, new Refusal("xml-malformed", detail), false, 0);
    }

    static <T> Function<T, Verdict> always(Verdict verdict) {
        return xml -> verdict;
    }
}
