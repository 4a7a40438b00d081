package org.tegata.system.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches for one order of the calls on a bill that respects real time and that the model explains (Wing and Gong
 * 1993, with the memo over calls placed and state of Lowe 2017, as Porcupine has it).
 *
 * <p>What changes nothing and fits now is placed at once: later it could only have to be placed where it fits as well,
 * and it stands in nobody's way. So the search branches at acts alone. An unanswered act may be placed anywhere after
 * its invocation, or left out.
 */
public final class Linearizability {

    /** The outcome, with the calls nearest to the place where no order goes on. */
    public record Result(boolean holds, long steps, String why) {}

    private record Placed(int call, Standing before, boolean chosen, int highestBefore) {}

    private record Memo(Standing standing, int highest, List<Integer> gaps) {}

    private final List<Call> calls;
    private final Timeline timeline;
    private final KnownHeads heads;
    private final Deque<Placed> trail = new ArrayDeque<>();
    private final Set<Memo> seen = new HashSet<>();
    private Standing now;
    private int highest = -1;
    private int owed;
    private long steps;
    private int deepest = -1;
    private String stuck = "";

    private Linearizability(Standing first, List<Call> calls) {
        this.now = first;
        this.calls = calls;
        this.timeline = new Timeline(calls);
        this.heads = new KnownHeads(first, calls);
        this.owed = (int) calls.stream().filter(call -> call.answer().settles()).count();
    }

    /** Whether the calls on one bill that began as {@code first} can be explained. */
    public static Result check(Standing first, List<Call> calls) {
        var sorted = new ArrayList<>(calls);
        sorted.removeIf(call -> !call.isAct() && !call.answer().settles());
        sorted.sort(Comparator.comparingLong(Call::invoked));
        return new Linearizability(first, sorted).search();
    }

    private Result search() {
        placeWhatChangesNothing();
        int from = timeline.first();
        while (owed > 0) {
            int act = nextAct(from);
            if (act >= 0) {
                placeWhatChangesNothing();
                from = timeline.first();
            } else {
                noteStuck();
                int undone = backtrack();
                if (undone < 0) {
                    return new Result(false, steps, stuck);
                }
                from = timeline.after(undone);
            }
        }
        return new Result(true, steps, "");
    }

    private void placeWhatChangesNothing() {
        int call = timeline.first();
        while (call >= 0) {
            var then = explain(call);
            if (then != null && then.version() == now.version()) {
                place(call, then, false);
                call = timeline.first();
            } else {
                call = timeline.after(call);
            }
        }
    }

    /** Places the next act from here on that fits and leads where the search has not been. */
    private int nextAct(int from) {
        for (int call = from; call >= 0; call = timeline.after(call)) {
            var then = explain(call);
            if (then != null && then.version() != now.version()) {
                place(call, then, true);
                if (seen.add(memo())) {
                    return call;
                }
                unplace(trail.pop());
            }
        }
        return -1;
    }

    private @Nullable Standing explain(int call) {
        steps++;
        return heads.explain(now, calls.get(call)).orElse(null);
    }

    private void place(int call, Standing then, boolean chosen) {
        trail.push(new Placed(call, now, chosen, highest));
        timeline.remove(call);
        highest = Math.max(highest, call);
        now = then;
        owed -= calls.get(call).answer().settles() ? 1 : 0;
    }

    private void unplace(Placed placed) {
        timeline.putBack(placed.call);
        highest = placed.highestBefore;
        now = placed.before;
        owed += calls.get(placed.call).answer().settles() ? 1 : 0;
    }

    private int backtrack() {
        while (!trail.isEmpty()) {
            var last = trail.pop();
            unplace(last);
            if (last.chosen) {
                return last.call;
            }
        }
        return -1;
    }

    private Memo memo() {
        return new Memo(
                now,
                highest,
                timeline.callsUpTo(highest).stream()
                        .filter(call -> !heads.isPast(now.version(), calls.get(call)))
                        .toList());
    }

    private void noteStuck() {
        if (trail.size() <= deepest) {
            return;
        }
        deepest = trail.size();
        var text = new StringBuilder("no order explains the calls after ").append(now);
        var last = new ArrayList<>(trail).subList(0, Math.min(4, trail.size()));
        for (int n = last.size() - 1; n >= 0; n--) {
            text.append("\n  placed  ").append(calls.get(last.get(n).call));
        }
        int shown = 0;
        for (int call = timeline.first(); call >= 0 && shown < 8; call = timeline.after(call)) {
            text.append("\n  pending ").append(calls.get(call));
            shown++;
        }
        stuck = text.toString();
    }

    /**
     * The invocations and returns that are not placed, in the order of time, as a doubly linked list. Calls that begin
     * before the first return are the ones that may come next.
     */
    private static final class Timeline {
        private final int calls;
        private final int[] next;
        private final int[] previous;
        private final boolean[] returns;

        // Nodes: call n is n, its return is calls + n, the end on both sides is 2 * calls.
        Timeline(List<Call> list) {
            calls = list.size();
            int end = 2 * calls;
            next = new int[end + 1];
            previous = new int[end + 1];
            returns = new boolean[calls];
            var nodes = new ArrayList<Integer>();
            for (int n = 0; n < calls; n++) {
                nodes.add(n);
                returns[n] = list.get(n).returned() != Call.NEVER;
                if (returns[n]) {
                    nodes.add(calls + n);
                }
            }
            // A return and an invocation of one instant count as concurrent.
            nodes.sort(Comparator.<Integer>comparingLong(node -> node < calls
                            ? list.get(node).invoked()
                            : list.get(node - calls).returned())
                    .thenComparingInt(node -> node < calls ? 0 : 1)
                    .thenComparingInt(node -> node));
            Arrays.fill(next, end);
            int last = end;
            for (int node : nodes) {
                link(last, node);
                last = node;
            }
            link(last, end);
        }

        private void link(int a, int b) {
            next[a] = b;
            previous[b] = a;
        }

        int first() {
            return callOrNone(next[2 * calls]);
        }

        int after(int call) {
            return callOrNone(next[call]);
        }

        private int callOrNone(int node) {
            return node < calls ? node : -1;
        }

        void remove(int call) {
            drop(call);
            if (returns[call]) {
                drop(calls + call);
            }
        }

        private void drop(int node) {
            next[previous[node]] = next[node];
            previous[next[node]] = previous[node];
        }

        void putBack(int call) {
            if (returns[call]) {
                insert(calls + call);
            }
            insert(call);
        }

        private void insert(int node) {
            next[previous[node]] = node;
            previous[next[node]] = node;
        }

        List<Integer> callsUpTo(int highest) {
            var gaps = new ArrayList<Integer>();
            for (int node = next[2 * calls]; node < 2 * calls; node = next[node]) {
                if (node < calls) {
                    if (node > highest) {
                        break;
                    }
                    gaps.add(node);
                }
            }
            return gaps;
        }
    }
}
