package org.tegata.invoice.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.RuleSet;
import org.tegata.rules.RuleSets;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.Release;

/**
 * One version of a rule set.
 *
 * @param releases of the schema that a document may fit
 * @param guidelines beginnings of BT-24 that choose it
 * @param from the day from which it is in force; null if it always was
 * @param rules how many, besides those of the schema
 * @param newest whether the id alone means this version
 * @param isDefault whether it judges where neither the document nor the caller names a rule set
 */
public record RuleSetView(
        String id,
        String version,
        String publisher,
        String description,
        List<Release> releases,
        List<String> guidelines,
        @Nullable LocalDate from,
        long rules,
        boolean newest,
        @JsonProperty("default") boolean isDefault) {

    /** One rule. */
    public record RuleView(
            String id,
            Severity severity,
            String message,
            String messageJa,
            @Nullable String fixHint,
            @Nullable String fixHintJa) {

        static RuleView of(Rule<?> rule, Severity severity) {
            var hint = rule.hint();
            return new RuleView(
                    rule.id(),
                    severity,
                    rule.message().en(),
                    rule.message().ja(),
                    hint == null ? null : hint.en(),
                    hint == null ? null : hint.ja());
        }
    }

    static RuleSetView of(RuleSet ruleSet) {
        boolean newest = RuleSets.find(ruleSet.id()).filter(ruleSet::equals).isPresent();
        return new RuleSetView(
                ruleSet.id(),
                ruleSet.version(),
                ruleSet.publisher(),
                ruleSet.description(),
                ruleSet.releases(),
                ruleSet.guidelines(),
                ruleSet.from(),
                ruleSet.books().stream().flatMap(RuleBook::rules).count(),
                newest,
                newest && ruleSet.id().equals(RuleSets.DEFAULT));
    }

    static List<RuleView> rules(RuleSet ruleSet) {
        return ruleSet.books().stream().flatMap(RuleSetView::rules).toList();
    }

    private static <T> Stream<RuleView> rules(RuleBook<T> book) {
        return book.rules().map(rule -> RuleView.of(rule, book.severity(rule)));
    }
}
