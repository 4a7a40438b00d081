package org.tegata.rules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;

/** The elements that some rules speak of, and those rules in the order of the standard. */
public final class Context<T> {

    private final ContextPath path;
    private final List<Rule<T>> rules = new ArrayList<>();
    private final List<Absence<T>> absences = new ArrayList<>();
    private @Nullable Predicate<Element> when;
    private @Nullable BiPredicate<Element, Doc<T>> whenAtEnd;

    Context(ContextPath path) {
        this.path = path;
    }

    /** Only those elements of which this is true; reads no further than the line (or the rest of the document). */
    public Context<T> when(Predicate<Element> condition) {
        this.when = condition;
        return this;
    }

    /** Only those elements of which this is true once the whole document is known; not for elements of lines. */
    public Context<T> whenAtEnd(BiPredicate<Element, Doc<T>> condition) {
        this.whenAtEnd = condition;
        return this;
    }

    /** A rule that makes the document invalid. */
    public Rule<T> error(String id) {
        return rule(id, Severity.ERROR);
    }

    /** A rule that leaves the document valid. */
    public Rule<T> warning(String id) {
        return rule(id, Severity.WARNING);
    }

    public Rule<T> rule(String id, Severity severity) {
        var rule = new Rule<T>(id, severity);
        rules.add(rule);
        return rule;
    }

    /**
     * A rule that something is not there: told once for each element of the context, at the first that is there.
     *
     * @param absent names down from the context, separated by slashes, perhaps ending in {@code @attribute}
     */
    public Rule<T> absent(String id, Severity severity, String absent) {
        var rule = new Rule<T>(id, severity);
        absences.add(new Absence<>(rule, absent));
        return rule;
    }

    /** A rule that a part is not there; costs nothing where it is not. */
    public record Absence<T>(Rule<T> rule, String absent) {}

    public ContextPath path() {
        return path;
    }

    public List<Rule<T>> rules() {
        return rules;
    }

    public List<Absence<T>> absences() {
        return absences;
    }

    public @Nullable Predicate<Element> when() {
        return when;
    }

    public @Nullable BiPredicate<Element, Doc<T>> whenAtEnd() {
        return whenAtEnd;
    }

    /** Whether every element on this path is meant. */
    public boolean unconditional() {
        return when == null && whenAtEnd == null;
    }
}
