package org.tegata.system.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Every call of every client, each attempt by itself; one clock stamps them all. Thread-safe. */
public final class History {

    private final LongSupplier clock;
    private final ConcurrentLinkedQueue<Call> attempts = new ConcurrentLinkedQueue<>();

    /** {@code clock}: {@code System::nanoTime} of the one JVM that all clients live in, or a simulated one. */
    public History(LongSupplier clock) {
        this.clock = clock;
    }

    /** Attempts recorded elsewhere. */
    public static History of(List<Call> attempts) {
        var history = new History(() -> 0);
        history.attempts.addAll(attempts);
        return history;
    }

    /** A call, as it is made. */
    public interface Making {
        Answer make();
    }

    public Answer act(int client, String bill, Statement statement, Making making) {
        return recorded(client, bill, statement, null, making);
    }

    public Answer read(int client, String bill, String reader, Making making) {
        return recorded(client, bill, null, reader, making);
    }

    private Answer recorded(
            int client, String bill, @Nullable Statement statement, @Nullable String reader, Making making) {
        long invoked = clock.getAsLong();
        var answer = making.make();
        attempts.add(new Call(client, bill, statement, reader, invoked, clock.getAsLong(), answer));
        return answer;
    }

    public List<Call> attempts() {
        return List.copyOf(attempts);
    }

    /** The attempts of each act, by its idempotency key. */
    public Map<String, List<Call>> attemptsByKey() {
        Map<String, List<Call>> byKey = new LinkedHashMap<>();
        for (var call : attempts) {
            var statement = call.statement();
            if (statement != null) {
                byKey.computeIfAbsent(statement.key(), key -> new ArrayList<>()).add(call);
            }
        }
        return byKey;
    }

    /**
     * The operations of each bill in the order of their invocation: the attempts of one act are one operation, from
     * the first invocation to the first answer that settled it. A reading that was not answered says nothing.
     */
    public Map<String, List<Call>> operations() {
        Map<String, List<Call>> byBill = new LinkedHashMap<>();
        for (var call : attempts) {
            if (!call.isAct() && call.answer().settles()) {
                byBill.computeIfAbsent(call.bill(), bill -> new ArrayList<>()).add(call);
            }
        }
        for (var ofOneAct : attemptsByKey().values()) {
            var operation = operation(ofOneAct);
            byBill.computeIfAbsent(operation.bill(), bill -> new ArrayList<>()).add(operation);
        }
        byBill.values().forEach(calls -> calls.sort(Comparator.comparingLong(Call::invoked)));
        return byBill;
    }

    private static Call operation(List<Call> attempts) {
        var first =
                attempts.stream().min(Comparator.comparingLong(Call::invoked)).orElseThrow();
        return attempts.stream()
                .filter(attempt -> attempt.answer().settles())
                .min(Comparator.comparingLong(Call::returned))
                .map(settled -> new Call(
                        first.client(),
                        first.bill(),
                        first.statement(),
                        null,
                        first.invoked(),
                        settled.returned(),
                        settled.answer()))
                .orElse(first);
    }
}
