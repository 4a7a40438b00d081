package org.tegata.invoice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tegata.invoice.domain.rules.InvoiceRule;

/** The page of this service lists the rules and the problems that the code has. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/services/invoice-service.md");

    @Test
    void shouldListEveryRuleAsTheCodeHasIt() throws IOException {
        var page = Files.readString(PAGE);

        for (var rule : InvoiceRule.values()) {
            var statement = rule.statement().substring(0, rule.statement().length() - 1);
            assertThat(page).contains("| %s | %s | %s".formatted(rule.id(), rule.severity(), statement));
        }
        assertThat(page.lines().filter(line -> line.startsWith("| TGT-INV-"))).hasSize(InvoiceRule.values().length);
    }

    @Test
    void shouldNameEveryProblem() throws IOException {
        var page = Files.readString(PAGE);

        for (var problem : InvoiceProblem.values()) {
            assertThat(page).contains("`%s` (%d".formatted(problem.slug(), problem.status()));
        }
    }
}
