package org.tegata.system.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which version each head is of, as the answers of one bill tell it. Where an unanswered act has made a head that
 * nobody was told, it can at least be none of these; without that, everything could build on everything.
 */
final class KnownHeads {

    private final Map<String, Long> versions = new HashMap<>();

    KnownHeads(Standing first, List<Call> calls) {
        versions.put(String.valueOf(first.head()), first.version());
        for (var call : calls) {
            var seen = call.answer() instanceof Answer.Sight sight ? sight.now() : call.done();
            if (seen != null) {
                versions.putIfAbsent(seen.head(), seen.version());
            }
        }
    }

    /** What the model says of the call at this point, unless it speaks of a head of another version. */
    Optional<Standing> explain(Standing now, Call call) {
        return mayBeOf(now.version(), call) ? TitleModel.explain(now, call) : Optional.empty();
    }

    private boolean mayBeOf(long version, Call call) {
        var statement = call.statement();
        if (statement == null) {
            return true;
        }
        if (call.answer() instanceof Answer.Refused refused) {
            var moved = refused.moved();
            boolean tellsOfHead = !refused.slug().equals(Answer.NOT_FOUND);
            boolean saysMoved = refused.slug().equals(Answer.HEAD_MOVED);
            if (!tellsOfHead || (saysMoved && moved == null)) {
                return true;
            }
            return isOf(version, saysMoved && moved != null ? moved.head() : statement.head());
        }
        return isOf(version, statement.head());
    }

    private boolean isOf(long version, String head) {
        return versions.getOrDefault(head, version) == version;
    }

    /** An unanswered act that can take effect no more, its head having been passed. */
    boolean isPast(long version, Call call) {
        var statement = call.statement();
        return statement != null
                && !call.answer().settles()
                && versions.getOrDefault(statement.head(), version) < version;
    }
}
