package org.tegata.lc.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.lc.CreditFixture.CLOCK;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.PRESENTATION;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.lc.domain.RuleResult;

/** The refusal as a bank sends it: each line within its field's format. */
class Mt734Test {

    @Test
    void shouldStateEachDiscrepancyAndTheDisposal() {
        String text = refusal("Late shipment: on board 2026-12-23, latest 2026-12-20", "Freight is müßig | not so");

        assertThat(text).contains(":21:ALSBLC-2026-0042\r\n", ":32A:261120EUR250000,00\r\n", "\r\n:77B:/HOLD/");
        assertThat(text).contains("+LATE SHIPMENT", "+FREIGHT IS MUSSIG / NOT SO");
    }

    @Test
    void shouldKeepEveryLineInItsFormat() {
        String text = refusal("X".repeat(120), "A - B ".repeat(30), "Ünïcode ✓ and {braces} [brackets]");

        String narrative = text.substring(text.indexOf(":77J:") + 5, text.indexOf("\r\n:77B:"));
        assertThat(Format.of("70*50z").matches(narrative.replace("\r\n", "\n"))).isTrue();
        assertThat(narrative.split("\r\n")).noneMatch(line -> line.startsWith("-") || line.startsWith(":"));
        assertThat(Format.of("16x").matches(text.substring(4, text.indexOf("\r\n"))))
                .isTrue();
    }

    private static String refusal(String... messages) {
        List<RuleResult> results = new ArrayList<>();
        for (String message : messages) {
            results.add(new RuleResult(
                    "B09",
                    "UCP 600 art. 20(a)(ii)",
                    RuleResult.Ground.DISCREPANCY,
                    RuleResult.Result.FAIL,
                    ":44C:",
                    "a",
                    "b",
                    message,
                    null));
        }
        Credit credit = CreditFixture.aCreditWithPresentation();
        var examined = credit.examine(
                        CONFIRMING_BANK, 4, PRESENTATION, new Examination("test", CLOCK.instant(), results))
                .credit();
        var refused = examined.refuse(CONFIRMING_BANK, 5, PRESENTATION, Disposal.HOLD, CLOCK.instant())
                .credit();
        return Mt734.write(refused, refused.requirePresentation(PRESENTATION));
    }
}
