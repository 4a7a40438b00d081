package org.tegata.system.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tegata.system.history.Finding.Rule;

/** What real time demands of the versions of one bill; cheap, and independent of the search for an order. */
final class TimeRules {

    private final String bill;
    private final List<Call> operations;
    private final Map<Long, Standing> standings;
    private final List<Finding> findings = new ArrayList<>();

    TimeRules(String bill, List<Call> operations, Map<Long, Standing> standings) {
        this.bill = bill;
        this.operations = operations;
        this.standings = standings;
    }

    List<Finding> check() {
        checkOrderOfActs();
        checkReadings();
        return findings;
    }

    /** No act returned before an act of a lower version was asked for. */
    private void checkOrderOfActs() {
        var acts = operations.stream()
                .filter(call -> call.done() != null)
                .sorted(Comparator.comparingLong(TimeRules::version))
                .toList();
        long earliestReturn = Call.NEVER;
        for (int n = acts.size() - 1; n >= 0; n--) {
            var act = acts.get(n);
            if (earliestReturn < act.invoked()) {
                found(Rule.REAL_TIME, "asked for after a later version had been acknowledged: " + act);
            }
            earliestReturn = Math.min(earliestReturn, act.returned());
        }
    }

    /** A reading shows no less than had been shown or acknowledged before, and nothing that nobody had asked for. */
    private void checkReadings() {
        var byReturn = operations.stream()
                .filter(call -> call.answer().settles())
                .sorted(Comparator.comparingLong(Call::returned))
                .toList();
        var byInvocation = operations.stream()
                .filter(call -> !(call.answer() instanceof Answer.Sight))
                .sorted(Comparator.comparingLong(Call::invoked))
                .toList();
        var readings = operations.stream()
                .filter(call -> call.answer() instanceof Answer.Sight)
                .sorted(Comparator.comparingLong(Call::invoked))
                .toList();
        int known = 0;
        long least = 1;
        for (var reading : readings) {
            while (known < byReturn.size() && byReturn.get(known).returned() < reading.invoked()) {
                least = Math.max(least, version(byReturn.get(known)));
                known++;
            }
            judge(reading, least, asked(byInvocation, reading.returned()));
        }
    }

    private static long asked(List<Call> byInvocation, long before) {
        int low = 0;
        int high = byInvocation.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byInvocation.get(middle).invoked() <= before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void judge(Call reading, long least, long asked) {
        long version = version(reading);
        if (version < least) {
            found(Rule.READING, "version %d had been seen before: %s".formatted(least, reading));
        }
        if (version > asked + 1) {
            found(Rule.READING, "only %d acts had been asked for: %s".formatted(asked, reading));
        }
        var standing = standings.get(version);
        if (standing == null || !standing.shows(((Answer.Sight) reading.answer()).now())) {
            found(Rule.READING, "the record has %s: %s".formatted(standing, reading));
        }
    }

    private static long version(Call call) {
        if (call.answer() instanceof Answer.Sight sight) {
            return sight.now().version();
        }
        var done = call.done();
        return done == null ? 0 : done.version();
    }

    private void found(Rule rule, String what) {
        findings.add(new Finding(rule, bill, what));
    }
}
