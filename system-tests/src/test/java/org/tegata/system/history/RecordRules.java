package org.tegata.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Finding.Rule;

/** The record of one bill against itself, the model, and what clients were told of their acts. */
final class RecordRules {

    private final String bill;
    private final List<Entry> record;
    private final Standing first;
    private final List<Finding> findings = new ArrayList<>();
    /** The bill at each version, as far as the model can follow the record. */
    private final Map<Long, Standing> standings = new HashMap<>();

    RecordRules(String bill, Standing first, List<Entry> record) {
        this.bill = bill;
        this.first = first;
        this.record = record;
    }

    List<Finding> check(Map<String, List<Call>> attemptsByKey) {
        checkChain();
        followModel();
        checkOnce(attemptsByKey);
        attemptsByKey.values().forEach(this::checkAnswers);
        return findings;
    }

    Map<Long, Standing> standings() {
        return standings;
    }

    private void checkChain() {
        Set<String> heads = new HashSet<>();
        String last = null;
        long version = 0;
        for (var entry : record) {
            if (entry.version() != version + 1) {
                found(Rule.RECORD, "version %d follows version %d".formatted(entry.version(), version));
            }
            if (!heads.add(entry.head())) {
                found(Rule.RECORD, "two entries have the head " + entry.head());
            }
            if (!Objects.equals(entry.previous(), last)) {
                found(Rule.RECORD, "version %d does not follow the head before it".formatted(entry.version()));
            }
            var statement = entry.statement();
            if (statement != null && !statement.head().equals(last)) {
                found(
                        Rule.EXACTLY_ONCE,
                        "version %d stands on a head that its actor did not sign: %s"
                                .formatted(version + 1, statement));
            }
            version = entry.version();
            last = entry.head();
        }
        if (record.isEmpty()) {
            found(Rule.RECORD, "there is no record");
        }
    }

    private void followModel() {
        Standing now = first;
        for (var entry : record) {
            var statement = entry.statement();
            if (statement != null) {
                var then = TitleModel.after(now, statement);
                if (then.isEmpty()) {
                    found(Rule.RECORD, "%s may not be done to %s".formatted(statement, now));
                    return;
                }
                now = then.get();
            }
            now = now.at(entry.head());
            standings.put(now.version(), now);
            boolean held = now.holder() != null;
            boolean mustBeHeld = now.status() != Status.DRAFT && now.status() != Status.VOIDED;
            if (held != mustBeHeld) {
                found(Rule.ONE_HOLDER, "%s is held by %s".formatted(now.status(), now.holder()));
            }
        }
    }

    private void checkOnce(Map<String, List<Call>> attemptsByKey) {
        Set<String> seen = new HashSet<>();
        for (var entry : record) {
            var statement = entry.statement();
            if (statement == null) {
                continue;
            }
            if (!seen.add(statement.key())) {
                found(Rule.EXACTLY_ONCE, "one act stands twice in the record: " + statement);
            }
            var attempts = attemptsByKey.get(statement.key());
            if (attempts == null) {
                found(Rule.EXACTLY_ONCE, "nobody asked for version %d: %s".formatted(entry.version(), statement));
            } else if (!statement.equals(attempts.get(0).statement())) {
                found(
                        Rule.EXACTLY_ONCE,
                        "asked for was %s, done was %s"
                                .formatted(attempts.get(0).statement(), statement));
            }
        }
    }

    private void checkAnswers(List<Call> attempts) {
        var statement = Objects.requireNonNull(attempts.get(0).statement());
        var entry = entryOf(statement.key());
        boolean settled = false;
        for (var attempt : attempts) {
            settled |= attempt.answer().settles();
            var done = attempt.done();
            if (done != null && (entry == null || !done.equals(shownAt(entry)))) {
                found(
                        Rule.ACKNOWLEDGED,
                        "acknowledged as %s, but on record is %s".formatted(done, entry == null ? "nothing" : entry));
            }
            if (attempt.answer() instanceof Answer.Refused refused) {
                if (entry != null) {
                    found(Rule.RETRY, "refused (%s) but on record: %s".formatted(refused.slug(), attempt));
                }
                checkWhoWasFirst(statement, refused.moved());
            }
        }
        if (!settled) {
            found(Rule.RETRY, "nobody ever learnt what became of " + attempts.get(0));
        }
        if (attempts.stream()
                        .map(Call::answer)
                        .filter(answer -> answer instanceof Answer.Done)
                        .distinct()
                        .count()
                > 1) {
            found(Rule.RETRY, "two receipts of one act: " + attempts);
        }
    }

    /** A {@code head-moved} names the entry that took the place right after the head that was signed. */
    private void checkWhoWasFirst(Statement statement, Answer.@Nullable Moved moved) {
        if (moved == null) {
            return;
        }
        var onTheHead = record.stream()
                .filter(entry ->
                        entry.statement() != null && entry.statement().head().equals(statement.head()))
                .findFirst()
                .orElse(null);
        if (onTheHead == null || onTheHead.statement() == null) {
            found(Rule.RETRY, "told that %s was first, but nobody acted on %s".formatted(moved, statement.head()));
        } else if (onTheHead.version() != moved.firstVersion()
                || !onTheHead.statement().actor().equals(moved.firstActor())
                || !onTheHead.statement().act().mayBeRecordedAs(moved.firstAct())) {
            found(Rule.RETRY, "told that %s was first, but it was %s".formatted(moved, onTheHead));
        }
    }

    private @Nullable Seen shownAt(Entry entry) {
        var standing = standings.get(entry.version());
        return standing == null ? null : standing.seen();
    }

    private @Nullable Entry entryOf(String key) {
        return record.stream()
                .filter(entry ->
                        entry.statement() != null && entry.statement().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private void found(Rule rule, String what) {
        findings.add(new Finding(rule, bill, what));
    }
}
