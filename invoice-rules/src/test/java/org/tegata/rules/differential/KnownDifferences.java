package org.tegata.rules.differential;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tegata.rules.oracle.Ruling;

/**
 * Where the official artefact is wrong and we are not: {@code known-differences.txt}.
 *
 * <p>A line is a rule id, what the document must contain for the difference to be excused (a regular expression, in
 * slashes), and the reason. It excuses that rule only; any other difference in the same document still counts.
 */
final class KnownDifferences {

    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+/(.+)/\\s+(.+)");

    private final List<Entry> entries;
    private final Map<String, Integer> met = new TreeMap<>();

    private KnownDifferences(List<Entry> entries) {
        this.entries = entries;
    }

    /** One line; the rule may end in a star for all that begin so. */
    private record Entry(String rule, Pattern condition) {

        boolean excuses(String ruleId, String xml) {
            boolean meant =
                    rule.endsWith("*") ? ruleId.startsWith(rule.substring(0, rule.length() - 1)) : ruleId.equals(rule);
            return meant && condition.matcher(xml).find();
        }
    }

    static KnownDifferences listed() {
        return new KnownDifferences(DirectedMutants.lines("/differential/known-differences.txt").stream()
                .map(KnownDifferences::entry)
                .toList());
    }

    private static Entry entry(String written) {
        var line = LINE.matcher(written);
        if (!line.matches()) {
            throw new IllegalArgumentException("not rule, /condition/ and reason: " + written);
        }
        return new Entry(line.group(1), Pattern.compile(line.group(2)));
    }

    /** Whether all that the two differ in is listed. */
    boolean explain(Ruling official, Ruling ours, byte[] xml) {
        if (official.outcome() != ours.outcome()) {
            return false;
        }
        var differing = new TreeSet<>(official.fired());
        differing.removeAll(ours.fired());
        var onlyOurs = new TreeSet<>(ours.fired());
        onlyOurs.removeAll(official.fired());
        differing.addAll(onlyOurs);
        String text = new String(xml, StandardCharsets.UTF_8);
        for (String rule : differing) {
            String id = rule.substring(0, rule.indexOf(' '));
            if (entries.stream().noneMatch(entry -> entry.excuses(id, text))) {
                return false;
            }
        }
        differing.forEach(rule -> met.merge(rule, 1, Integer::sum));
        return true;
    }

    /** The excused ones, and how often each was met. */
    Map<String, Integer> met() {
        return met;
    }
}
