package org.tegata.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All that the checks have to say of one run. */
public record Verdict(List<Finding> findings, int bills, int operations, int entries, Doubt doubt, long steps) {

    /**
     * What clients had to find out by asking again.
     *
     * @param unanswered attempts whose end the client did not learn
     * @param done acts with such an attempt that turned out to be done
     * @param refused acts with such an attempt that turned out to be refused
     */
    public record Doubt(int unanswered, int done, int refused) {

        static Doubt in(History history) {
            int done = 0;
            int refused = 0;
            for (var attempts : history.attemptsByKey().values()) {
                boolean doubtful =
                        attempts.stream().anyMatch(call -> !call.answer().settles());
                boolean made = attempts.stream().anyMatch(call -> call.done() != null);
                done += doubtful && made ? 1 : 0;
                refused += doubtful && !made ? 1 : 0;
            }
            int unanswered = (int) history.attempts().stream()
                    .filter(call -> !call.answer().settles())
                    .count();
            return new Doubt(unanswered, done, refused);
        }
    }

    /** Holds calls, records and events of the bills against each other; each bill began as {@code drafts} says. */
    public static Verdict of(
            Map<String, Standing> drafts, History history, Evidence evidence, Supplier<Folding> consumers, long seed) {
        var findings = new ArrayList<Finding>();
        var operations = history.operations();
        var attempts = byBill(history.attemptsByKey());
        Map<String, Map<Long, Standing>> standings = new HashMap<>();
        long steps = 0;
        for (var draft : drafts.entrySet()) {
            String bill = draft.getKey();
            var calls = operations.getOrDefault(bill, List.of());
            var record =
                    new RecordRules(bill, draft.getValue(), evidence.records().getOrDefault(bill, List.of()));
            findings.addAll(record.check(attempts.getOrDefault(bill, Map.of())));
            standings.put(bill, record.standings());
            findings.addAll(new TimeRules(bill, calls, record.standings()).check());
            var search = Linearizability.check(draft.getValue(), calls);
            steps += search.steps();
            if (!search.holds()) {
                findings.add(new Finding(Finding.Rule.LINEARIZABLE, bill, search.why()));
            }
        }
        findings.addAll(new EventRules(evidence, standings).check(consumers, seed));
        int count = operations.values().stream().mapToInt(List::size).sum();
        int entries = evidence.records().values().stream().mapToInt(List::size).sum();
        return new Verdict(List.copyOf(findings), drafts.size(), count, entries, Doubt.in(history), steps);
    }

    private static Map<String, Map<String, List<Call>>> byBill(Map<String, List<Call>> byKey) {
        Map<String, Map<String, List<Call>>> byBill = new HashMap<>();
        byKey.forEach((key, calls) -> byBill.computeIfAbsent(calls.get(0).bill(), bill -> new HashMap<>())
                .put(key, calls));
        return byBill;
    }

    public boolean clean() {
        return findings.isEmpty();
    }

    /** The first finding of each rule, and how many there are. */
    public String summary() {
        Map<Finding.Rule, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        return ("%d operations on %d bills with %d entries; %d attempts unanswered, asked again: %d acts done,"
                        + " %d refused; %d steps of search: %s")
                .formatted(
                        operations,
                        bills,
                        entries,
                        doubt.unanswered,
                        doubt.done,
                        doubt.refused,
                        steps,
                        byRule.isEmpty()
                                ? "nothing found"
                                : byRule.values().stream()
                                        .map(found -> found.size() + " x " + found.get(0))
                                        .map(Objects::toString)
                                        .collect(Collectors.joining("\n", "\n", "")));
    }
}
