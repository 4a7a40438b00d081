package org.tegata.rules.en16931;

import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.en16931.StructureTable.Place;
import org.tegata.rules.en16931.StructureTable.Row;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.RuleBook;

/** The syntax rules (CII-SR-…, CII-DT-…): which parts of CII the core invoice uses, and how often. */
final class StructureRules {

    private StructureRules() {}

    /**
     * Adds the rules of a release, as a pattern of their own.
     *
     * @param notes where the book's tally keeps what these rules note
     */
    static <T> void addTo(RuleBook<T> book, En16931Version version, Function<T, StructureNotes> notes) {
        StructureNotes.gather(book, notes);
        var pattern = book.pattern();
        var wording = new StructureWording();
        var checks = new StructureChecks<T>(notes);
        for (var place : StructureTable.places()) {
            Context<T> context = null;
            for (var row : place.rows()) {
                if (row.in(version)) {
                    context = context == null ? on(pattern, place) : context;
                    add(context, place, row, wording, checks);
                }
            }
        }
    }

    private static <T> Context<T> on(Pattern<T> pattern, Place place) {
        var context = pattern.on(place.path());
        String attribute = place.attribute();
        String value = place.value();
        if (attribute != null && value != null) {
            context.when(element -> value.equals(element.attribute(attribute)));
        }
        return context;
    }

    private static <T> void add(
            Context<T> context, Place place, Row row, StructureWording wording, StructureChecks<T> checks) {
        switch (row.kind()) {
            case ABSENT -> wording.write(context.absent(row.id(), row.severity(), row.path()), place, row);
            case AT_MOST_ONE -> counted(context, place, row, wording, "0..1", count -> count <= 1);
            case EXACTLY_ONE -> counted(context, place, row, wording, "1", count -> count == 1);
            case PRESENT -> counted(context, place, row, wording, "1..n", count -> count >= 1);
            case NOT_BOTH -> wording.write(rule(context, row).holds(notBoth(row.path())), place, row);
            case ALWAYS -> wording.write(rule(context, row).holds(element -> true), place, row);
            case CHECK -> checks.write(rule(context, row));
        }
    }

    private static <T> Rule<T> rule(Context<T> context, Row row) {
        return context.rule(row.id(), row.severity());
    }

    private static <T> void counted(
            Context<T> context, Place place, Row row, StructureWording wording, String expected, IntPredicate holds) {
        var count = count(row.path());
        var rule = rule(context, row)
                .holds(element -> holds.test(count.applyAsInt(element)))
                .actual(element -> Integer.toString(count.applyAsInt(element)))
                .expected(expected);
        wording.write(rule, place, row);
    }

    private static ToIntFunction<Element> count(String path) {
        if (path.indexOf('/') >= 0) {
            return Path.of(path)::countIn;
        }
        var name = Name.of(path);
        return element -> element.count(name);
    }

    private static Predicate<Element> notBoth(String paths) {
        var both = paths.split(" \\+ ");
        var one = Path.of(both[0]);
        var other = Path.of(both[1]);
        return element -> !one.existsIn(element) || !other.existsIn(element);
    }
}
