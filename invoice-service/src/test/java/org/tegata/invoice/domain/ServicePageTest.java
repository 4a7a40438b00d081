package org.tegata.invoice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tegata.rules.RuleSets;

/** The page of this service lists the rule sets and the problems that the code has. */
class ServicePageTest {

    private static final Path PAGE = Path.of("../docs/services/invoice-service.md");

    @Test
    void shouldListEveryRuleSetWithItsVersions() throws IOException {
        var page = Files.readString(PAGE);

        for (var ruleSet : RuleSets.all()) {
            assertThat(page.lines().filter(line -> line.startsWith("| `" + ruleSet.id() + "` |")))
                    .as(ruleSet.name())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).contains(ruleSet.version()));
        }
    }

    @Test
    void shouldNameEveryProblem() throws IOException {
        var page = Files.readString(PAGE);

        for (var problem : InvoiceProblem.values()) {
            assertThat(page).contains("`%s` (%d".formatted(problem.slug(), problem.status()));
        }
    }
}
