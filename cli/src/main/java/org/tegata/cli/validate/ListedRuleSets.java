package org.tegata.cli.validate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.rules.Catalogue;
import org.tegata.bill.xml.BillSchema;
import org.tegata.rules.RuleSet;
import org.tegata.rules.RuleSets;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.rule.Wording;
import org.tegata.rules.schema.Release;

/** Everything that documents can be judged by. */
public final class ListedRuleSets {
    private static final ListedRuleSet BILLS = new ListedRuleSet(
            BillSchema.RULE_SET,
            null,
            "Tegata",
            "What a bill of lading or sea waybill must say (UCP 600, DCSA), in UN/CEFACT XML or as DCSA's JSON",
            List.of("D23B", "EBL 3.0.4"),
            List.of(),
            null,
            () -> Catalogue.rules().stream().map(ListedRuleSets::entry).toList());

    private ListedRuleSets() {}

    /** In the order in which they are listed; of several versions of one, the newest first. */
    public static List<ListedRuleSet> all() {
        return Stream.concat(RuleSets.all().stream().map(ListedRuleSets::of), Stream.of(BILLS))
                .toList();
    }

    /** The rule set of that {@code id:version}; of an id alone the version in force on a day, or the newest. */
    public static Optional<ListedRuleSet> find(String asked, @Nullable LocalDate on) {
        return judgesBills(asked)
                ? Optional.of(BILLS)
                : RuleSets.find(asked, on).map(ListedRuleSets::of);
    }

    /** Whether that is the rule set of bills. */
    public static boolean judgesBills(String asked) {
        return asked.equals(BILLS.id());
    }

    private static ListedRuleSet of(RuleSet set) {
        return new ListedRuleSet(
                set.id(),
                set.version(),
                set.publisher(),
                set.description(),
                set.releases().stream().map(Release::name).toList(),
                set.guidelines(),
                set.from(),
                () -> set.books().stream().flatMap(ListedRuleSets::entries).toList());
    }

    private static <T> Stream<ListedRuleSet.ListedRule> entries(RuleBook<T> book) {
        return book.rules().map(rule -> entry(rule, book));
    }

    private static <T> ListedRuleSet.ListedRule entry(Rule<T> rule, RuleBook<T> book) {
        return new ListedRuleSet.ListedRule(rule.id(), book.severity(rule), rule.message(), rule.hint());
    }

    private static ListedRuleSet.ListedRule entry(org.tegata.bill.rules.Rule rule) {
        return new ListedRuleSet.ListedRule(
                rule.id(),
                rule.severity(),
                new Wording(rule.says(), rule.saysJa()),
                new Wording(rule.hint(), rule.hintJa()));
    }
}
