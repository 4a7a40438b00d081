package org.tegata.system.history;

import java.util.ArrayList;
import java.util.List;

/** Tries every order of a few calls, without any cleverness: what the search must agree with. */
final class EveryOrder {

    private EveryOrder() {}

    static boolean explains(Standing first, List<Call> calls) {
        return explains(new KnownHeads(first, calls), first, calls);
    }

    private static boolean explains(KnownHeads heads, Standing now, List<Call> left) {
        if (left.stream().noneMatch(call -> call.answer().settles())) {
            return true;
        }
        for (var next : left) {
            boolean mayBeNext = left.stream().noneMatch(other -> other.returned() < next.invoked());
            var then = mayBeNext ? heads.explain(now, next) : java.util.Optional.<Standing>empty();
            if (then.isPresent()) {
                var rest = new ArrayList<>(left);
                rest.remove(next);
                if (explains(heads, then.get(), rest)) {
                    return true;
                }
            }
        }
        return false;
    }
}
