package org.tegata.rules.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;

/**
 * The rules of one publisher in one version, and what they need to know of the document as a whole.
 *
 * <p>An invoice is read once, line by line: a line is judged when it is complete and then forgotten. What rules at the
 * end need of lines is noted in a tally of type {@code T} by gatherers.
 *
 * @param <T> the tally; a fresh one for each document
 */
public final class RuleBook<T> {

    private final String id;
    private final String version;
    private final Supplier<T> tally;
    private final List<Pattern<T>> patterns = new ArrayList<>();
    private final Map<String, Severity> weights = new HashMap<>();
    private final List<Gatherer<T>> gatherers = new ArrayList<>();

    /**
     * An empty book.
     *
     * @param id such as {@code en16931}
     * @param version the publisher's own, such as {@code 1.3.16}
     */
    public RuleBook(String id, String version, Supplier<T> tally) {
        this.id = id;
        this.version = version;
        this.tally = tally;
    }

    /** A further pattern; each pattern judges every element on its own. */
    public Pattern<T> pattern() {
        var pattern = new Pattern<T>();
        patterns.add(pattern);
        return pattern;
    }

    /** Notes something of every element on that path, line or not, when its line (or the rest) is complete. */
    public void gather(String path, BiConsumer<T, Element> note) {
        gatherers.add(new Gatherer<>(ContextPath.of(path), note));
    }

    /** Tells of a rule with another severity than it was written with, as some publishers do with others' rules. */
    public RuleBook<T> weigh(Map<String, Severity> severities) {
        weights.putAll(severities);
        return this;
    }

    public Severity severity(Rule<T> rule) {
        return weights.getOrDefault(rule.id(), rule.severity());
    }

    /** What is noted of the elements on a path. */
    public record Gatherer<T>(ContextPath path, BiConsumer<T, Element> note) {}

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    public Supplier<T> tally() {
        return tally;
    }

    public List<Pattern<T>> patterns() {
        return patterns;
    }

    public List<Gatherer<T>> gatherers() {
        return gatherers;
    }

    /** Every rule, in the order written. */
    public Stream<Rule<T>> rules() {
        return patterns.stream()
                .flatMap(pattern -> pattern.contexts().stream())
                .flatMap(context -> Stream.concat(
                        context.rules().stream(), context.absences().stream().map(Context.Absence::rule)));
    }
}
