package org.tegata.cli.validate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.Wording;

/**
 * A rule set as it is listed, of whatever kind of document.
 *
 * @param id such as {@code en16931}
 * @param version the publisher's own; null if the id says it
 * @param releases of the schema or standard that it judges
 * @param guidelines beginnings of what documents call their specification, which choose it
 * @param from the day from which it is in force; null if it always was
 * @param rules beside the schema
 */
public record ListedRuleSet(
        String id,
        @Nullable String version,
        String publisher,
        String description,
        List<String> releases,
        List<String> guidelines,
        @Nullable LocalDate from,
        Supplier<List<ListedRule>> rules) {

    public ListedRuleSet {
        releases = List.copyOf(releases);
        guidelines = List.copyOf(guidelines);
    }

    /** As one names it: {@code en16931:1.3.16}. */
    public String name() {
        return version == null ? id : id + ":" + version;
    }

    /** One rule in our words, with the severity that it has in this rule set. */
    public record ListedRule(
            String id,
            Severity severity,
            Wording message,
            @Nullable Wording hint) {}
}
