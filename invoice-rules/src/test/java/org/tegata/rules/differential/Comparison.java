package org.tegata.rules.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tegata.rules.oracle.Edition;
import org.tegata.rules.oracle.EngineUnderTest;
import org.tegata.rules.oracle.Ruling;
import org.tegata.rules.oracle.XsltOracle;

/** Puts documents before the official artefact and before our engine, and keeps what they disagree on. */
final class Comparison {

    private static final Path KEPT = Path.of("target/differential");
    private static final int KEPT_AT_MOST = 200;

    private final Map<Edition, XsltOracle> official = new EnumMap<>(Edition.class);
    private final Map<Edition, EngineUnderTest> ours = new EnumMap<>(Edition.class);
    private final Map<Ruling.Outcome, Integer> outcomes = new EnumMap<>(Ruling.Outcome.class);
    private final Map<String, Integer> fired = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final KnownDifferences known = KnownDifferences.listed();

    Comparison() {
        for (Edition edition : Edition.values()) {
            official.put(edition, XsltOracle.of(edition));
            ours.put(edition, new EngineUnderTest(edition));
        }
    }

    /** A document on which the two do not agree. */
    record Difference(Edition edition, String story, Ruling official, Ruling ours, String file) {

        /** Rules that only one of the two fires, {@code -} if the official one, {@code +} if ours. */
        List<String> rules() {
            if (official.outcome() != ours.outcome()) {
                return List.of("official " + official.outcome() + ", ours " + ours.outcome());
            }
            var rules = new ArrayList<String>();
            only(official, ours).forEach(rule -> rules.add("-" + rule));
            only(ours, official).forEach(rule -> rules.add("+" + rule));
            return rules;
        }

        private static Collection<String> only(Ruling one, Ruling other) {
            var only = new TreeSet<>(one.fired());
            only.removeAll(other.fired());
            return only;
        }

        @Override
        public String toString() {
            return "%s %s: %s%n    (%s)".formatted(edition, rules(), story, file);
        }
    }

    /** Both rulings; what they do not agree on is noted. */
    Ruling compare(Edition edition, String story, byte[] xml) {
        var theirs = official.get(edition).judge(xml);
        var mine = ours.get(edition).judge(xml);
        synchronized (this) {
            outcomes.merge(theirs.outcome(), 1, Integer::sum);
            theirs.fired().forEach(rule -> fired.merge(rule, 1, Integer::sum));
        }
        if (theirs.outcome() == Ruling.Outcome.ABORTED && mine.isJudged()) {
            // no verdict there: ours must agree with what the rules say that did not break down
            var rest = official.get(edition).rest(xml);
            note(edition, story, without(rest.undecided(), rest.fired()), without(rest.undecided(), mine.fired()), xml);
        } else {
            note(edition, story, theirs, mine, xml);
        }
        return theirs;
    }

    private static Ruling without(Set<String> ruleIds, Set<String> fired) {
        return Ruling.judged(fired.stream()
                .filter(rule -> !ruleIds.contains(rule.substring(0, rule.indexOf(' '))))
                .toList());
    }

    private synchronized void note(Edition edition, String story, Ruling theirs, Ruling mine, byte[] xml) {
        if (!theirs.equals(mine) && !known.explain(theirs, mine, xml)) {
            differences.add(new Difference(edition, story, theirs, mine, keep(edition, story, theirs, mine, xml)));
        }
    }

    private String keep(Edition edition, String story, Ruling official, Ruling ours, byte[] xml) {
        if (differences.size() >= KEPT_AT_MOST) {
            return "not kept";
        }
        try {
            Files.createDirectories(KEPT);
            var file = KEPT.resolve("%s-%08x.xml".formatted(edition, story.hashCode()));
            Files.write(file, xml);
            Files.writeString(
                    Path.of(file + ".txt"), "%s%nofficial %s%nours     %s%n".formatted(story, official, ours));
            return file.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    synchronized List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** What the official artefact has fired, and how often. */
    synchronized Map<String, Integer> fired() {
        return Map.copyOf(fired);
    }

    /** A few lines for the log: outcomes, and the differences by rule with the shortest example of each. */
    synchronized String summary() {
        var byRule = new TreeMap<String, List<Difference>>();
        differences.forEach(difference -> difference
                .rules()
                .forEach(rule ->
                        byRule.computeIfAbsent(rule, any -> new ArrayList<>()).add(difference)));
        var summary = new StringBuilder("outcomes of the official artefact: ")
                .append(new TreeMap<>(outcomes))
                .append(", rules fired: ")
                .append(fired.size())
                .append(", known differences: ")
                .append(known.met())
                .append(", differences: ")
                .append(differences.size());
        byRule.forEach((rule, found) -> {
            var example = found.stream()
                    .min(java.util.Comparator.comparingInt(one -> one.story().length()))
                    .orElseThrow();
            summary.append("%n  %s: %d, such as %s".formatted(rule, found.size(), example));
        });
        return summary.toString();
    }
}
