package org.tegata.system.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** Changes one answer of a history that can be explained so that it cannot be explained any more. */
enum Spoiling {
    /** A reading shows what an act had already replaced when it began. */
    READS_THE_PAST {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            return all.stream()
                    .filter(act -> act.done() != null && act.returned() < call.invoked())
                    .map(act -> sightOf(all, act.done().version() - 1))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .filter(sight -> call.answer() instanceof Answer.Sight)
                    .map(sight -> answered(call, sight));
        }
    },
    /** A reading shows a holder that the bill did not have. */
    READS_ANOTHER_HOLDER {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            return call.answer() instanceof Answer.Sight sight && sight.now().holder() != null
                    ? Optional.of(answered(call, new Answer.Sight(heldBy(sight.now(), "somebody"))))
                    : Optional.empty();
        }
    },
    /** An act on which others built is said to have been refused. */
    DENIES_AN_ACT {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            return call.done() != null && isBuiltOn(all, call.done().head())
                    ? Optional.of(answered(call, new Answer.Refused("wrong-state")))
                    : Optional.empty();
        }
    },
    /** An act that came too late gets a receipt as well. */
    TWO_WINNERS {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            boolean late = call.answer() instanceof Answer.Refused refused && refused.moved() != null;
            return all.stream()
                    .filter(other -> late
                            && other.done() != null
                            && other.statement().head().equals(call.statement().head()))
                    .findFirst()
                    .map(winner -> answered(call, new Answer.Done(at(winner.done(), "fork"))));
        }
    },
    /** An act is said to have begun when others had already built on it and told so. */
    BEGINS_TOO_LATE {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            return all.stream()
                    .filter(other -> call.done() != null
                            && other.done() != null
                            && other.done().version() > call.done().version())
                    .min(Comparator.comparingLong(Call::returned))
                    .map(other -> new Call(
                            call.client(),
                            call.bill(),
                            call.statement(),
                            null,
                            other.returned() + 1,
                            Math.max(call.returned(), other.returned() + 2),
                            call.answer()));
        }
    },
    /** An act is told that the head had moved, though its own act is what stands there. */
    WINNER_TOLD_OF_ITSELF {
        @Override
        Optional<Call> spoil(Call call, List<Call> all) {
            return call.done() != null && isBuiltOn(all, call.done().head())
                    ? Optional.of(answered(
                            call,
                            new Answer.Refused(
                                    Answer.HEAD_MOVED,
                                    new Answer.Moved(call.done().head(), 0, "", ""))))
                    : Optional.empty();
        }
    };

    abstract Optional<Call> spoil(Call call, List<Call> all);

    /** The history with one call spoilt, if there is one to spoil. */
    Optional<List<Call>> in(List<Call> all, Random random) {
        var order = new ArrayList<>(all);
        java.util.Collections.shuffle(order, random);
        for (var call : order) {
            var spoilt = call.answer().settles() ? spoil(call, all) : Optional.<Call>empty();
            if (spoilt.isPresent()) {
                var changed = new ArrayList<>(all);
                changed.set(all.indexOf(call), spoilt.get());
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }

    private static boolean isBuiltOn(List<Call> all, String head) {
        return all.stream()
                .anyMatch(call -> call.done() != null
                        && Objects.requireNonNull(call.statement()).head().equals(head));
    }

    private static Optional<Answer> sightOf(List<Call> all, long version) {
        return all.stream()
                .map(Call::answer)
                .filter(answer ->
                        answer instanceof Answer.Sight sight && sight.now().version() == version)
                .findFirst();
    }

    private static Call answered(Call call, Answer answer) {
        return new Call(
                call.client(), call.bill(), call.statement(), call.reader(), call.invoked(), call.returned(), answer);
    }

    private static Seen heldBy(Seen seen, String holder) {
        return new Seen(seen.version(), seen.head(), seen.status(), holder, seen.endorsee(), seen.pledgor());
    }

    private static Seen at(Seen seen, String head) {
        return new Seen(seen.version(), head, seen.status(), seen.holder(), seen.endorsee(), seen.pledgor());
    }
}
