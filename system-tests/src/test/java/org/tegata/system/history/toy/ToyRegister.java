package org.tegata.system.history.toy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Standing;
import org.tegata.system.history.Statement;
import org.tegata.system.history.TitleModel;
import org.tegata.system.history.TitleRegister;
import org.tegata.system.history.toy.ToyStore.Row;

/** One service instance over the store. It goes step by step; a crash takes along whatever is not committed. */
final class ToyRegister implements TitleRegister {

    private static final int CLOCK_SKEW = 60;

    private final ToyStore store;
    private final Schedule schedule;
    private final @Nullable Bug bug;
    private final int clockOff;
    private final Map<String, Integer> attempts = new HashMap<>();
    private int life;
    private Map<String, Standing> cache = new HashMap<>();
    private final Map<String, Standing> replica = new HashMap<>();
    private List<Runnable> unwritten = new ArrayList<>();

    ToyRegister(ToyStore store, Schedule schedule, @Nullable Bug bug, int number) {
        this.store = store;
        this.schedule = schedule;
        this.bug = bug;
        this.clockOff = number * CLOCK_SKEW;
    }

    private static final class Crashed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crashed() {
            super("the instance was killed", null, false, false);
        }
    }

    void crash() {
        life++;
        cache = new HashMap<>();
        unwritten = new ArrayList<>();
    }

    /** What an instance does beside its requests: late writes, the replica's catching up. */
    void background() {
        var late = unwritten;
        unwritten = new ArrayList<>();
        late.forEach(Runnable::run);
        if (bug == Bug.STALE_READ && schedule.draw(4) == 0) {
            store.records
                    .keySet()
                    .forEach(bill -> replica.put(bill, store.last(bill).standing()));
        }
    }

    @Override
    public Answer read(String bill, String reader) {
        int began = life;
        try {
            pass(began);
            var shown = bug == Bug.STALE_READ && replica.containsKey(bill)
                    ? replica.get(bill)
                    : store.last(bill).standing();
            pass(began);
            return shown.parties().contains(reader)
                    ? new Answer.Sight(shown.seen())
                    : new Answer.Refused(Answer.NOT_FOUND);
        } catch (Crashed crashed) {
            return new Answer.Unknown("killed");
        }
    }

    @Override
    public Answer act(String bill, Statement asked) {
        int began = life;
        try {
            pass(began);
            var repeated = bug == Bug.NO_IDEMPOTENCY ? null : store.receipts.get(asked.key());
            if (repeated != null) {
                return new Answer.Done(repeated);
            }
            var seen = store.last(bill);
            var view = view(bill, seen);
            var statement = rebased(asked, seen);
            pass(began);
            var refusal = refusal(bill, view, statement);
            if (refusal != null) {
                return refusal;
            }
            var then = TitleModel.after(view, statement);
            if (then.isEmpty()) {
                return new Answer.Refused("not-your-act");
            }
            return commit(bill, seen, then.get(), statement, began);
        } catch (Crashed crashed) {
            return new Answer.Unknown("killed");
        }
    }

    private Statement rebased(Statement asked, Row seen) {
        boolean again = attempts.merge(asked.key(), 1, Integer::sum) > 1;
        return bug == Bug.UNFENCED_RETRY && again
                ? new Statement(asked.key(), seen.entry().head(), asked.act(), asked.actor(), asked.recipient())
                : asked;
    }

    private Standing view(String bill, Row seen) {
        if (bug != Bug.CACHED_HOLDER) {
            return seen.standing();
        }
        var known = cache.computeIfAbsent(bill, fresh -> seen.standing());
        return known.version() + 2 < seen.standing().version()
                ? seen.standing()
                : known.at(seen.entry().head());
    }

    private @Nullable Answer refusal(String bill, Standing view, Statement asked) {
        if (!view.parties().contains(asked.actor())) {
            return new Answer.Refused(Answer.NOT_FOUND);
        }
        if (bug == Bug.CLOCK_FOR_ORDER) {
            return readBefore(bill, asked) ? moved(bill, asked) : null;
        }
        boolean same = asked.head().equals(view.head());
        boolean overlooked = bug == Bug.NO_VERSION_PREDICATE && schedule.draw(2) == 0;
        return same || overlooked ? null : moved(bill, asked);
    }

    /** The head that the client names is known to have been read when it was written; compared with the last write. */
    private boolean readBefore(String bill, Statement asked) {
        long named = store.rows(bill).stream()
                .filter(row -> row.entry().head().equals(asked.head()))
                .mapToLong(Row::writtenAt)
                .findFirst()
                .orElse(0);
        return named + CLOCK_SKEW / 2 < store.last(bill).writtenAt();
    }

    private Answer moved(String bill, Statement asked) {
        var first = store.rows(bill).stream()
                .filter(row -> row.entry().statement() != null
                        && row.entry().statement().head().equals(asked.head()))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return new Answer.Refused(Answer.HEAD_MOVED);
        }
        var statement = first.entry().statement();
        return new Answer.Refused(
                Answer.HEAD_MOVED,
                new Answer.Moved(
                        store.last(bill).entry().head(),
                        first.entry().version(),
                        statement.actor(),
                        statement.act().name()));
    }

    private Answer commit(String bill, Row seen, Standing then, Statement asked, int began) {
        var row = store.following(seen, then, asked, schedule.now() + clockOff);
        if (bug == Bug.PUBLISH_BEFORE_COMMIT) {
            store.topic.add(
                    store.event(bill, row.standing(), asked.actor(), row.entry().head()));
        }
        if (bug == Bug.ACKNOWLEDGE_BEFORE_COMMIT) {
            unwritten.add(() -> write(bill, seen, row, asked));
            return new Answer.Done(row.standing().seen());
        }
        List<Row> copy = new ArrayList<>(store.rows(bill));
        pass(began);
        var repeated = bug == Bug.NO_IDEMPOTENCY ? null : store.receipts.get(asked.key());
        if (repeated != null) {
            return new Answer.Done(repeated);
        }
        boolean written = bug == Bug.LOST_UPDATE ? overwrite(bill, copy, row, asked) : write(bill, seen, row, asked);
        if (written && bug == Bug.DOUBLE_APPLY && schedule.draw(4) == 0) {
            var last = store.last(bill);
            TitleModel.after(last.standing(), asked)
                    .ifPresent(again -> append(bill, store.following(last, again, asked, null), asked));
        }
        if (written && bug == Bug.CACHED_HOLDER) {
            cache.put(bill, row.standing());
        }
        pass(began);
        return written ? new Answer.Done(row.standing().seen()) : moved(bill, asked);
    }

    /** The compare-and-set, with everything that belongs to the act, in one go. */
    private boolean write(String bill, Row seen, Row row, Statement asked) {
        boolean unmoved = store.last(bill).equals(seen);
        boolean asks = bug != Bug.NO_VERSION_PREDICATE && bug != Bug.FORK && bug != Bug.CLOCK_FOR_ORDER;
        if (!unmoved && asks) {
            return false;
        }
        append(bill, row, asked);
        return true;
    }

    private boolean overwrite(String bill, List<Row> copy, Row row, Statement asked) {
        copy.add(row);
        store.records.put(bill, copy);
        store.receipts.put(asked.key(), row.standing().seen());
        store.outbox.add(new ToyStore.Outgoing(
                store.event(bill, row.standing(), asked.actor(), row.entry().head())));
        return true;
    }

    private void append(String bill, Row row, Statement asked) {
        store.rows(bill).add(row);
        store.receipts.put(asked.key(), row.standing().seen());
        store.outbox.add(new ToyStore.Outgoing(
                store.event(bill, row.standing(), asked.actor(), row.entry().head())));
    }

    private void pass(int began) {
        schedule.step();
        if (life != began) {
            throw new Crashed();
        }
    }
}
