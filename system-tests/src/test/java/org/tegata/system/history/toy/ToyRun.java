package org.tegata.system.history.toy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Act;
import org.tegata.system.history.Answer;
import org.tegata.system.history.Board;
import org.tegata.system.history.Event;
import org.tegata.system.history.Evidence;
import org.tegata.system.history.Fold;
import org.tegata.system.history.Folding;
import org.tegata.system.history.History;
import org.tegata.system.history.Standing;
import org.tegata.system.history.Statement;
import org.tegata.system.history.TitleRegister;
import org.tegata.system.history.Trader;
import org.tegata.system.history.Verdict;

/** One seed: clients over two instances of the toy, crashes, and the verdict. */
final class ToyRun {

    private static final List<String> COMPANIES = List.of("shipper", "bank", "trader", "importer");
    private static final String CARRIER = "carrier";
    private static final int CLIENTS = 6;
    private static final int TURNS = 40;
    private static final int BILLS = 3;

    private ToyRun() {}

    /** What a run leaves behind, to be judged. */
    record Outcome(Map<String, Standing> drafts, History history, Evidence evidence) {}

    static Verdict verdict(long seed, @Nullable Bug bug) {
        var outcome = of(seed, bug);
        Supplier<Folding> consumers = bug == Bug.EVENT_APPLIED_TWICE ? Counting::new : Fold::new;
        return Verdict.of(outcome.drafts, outcome.history, outcome.evidence, consumers, seed);
    }

    static Outcome of(long seed, @Nullable Bug bug) {
        var schedule = new Schedule(seed);
        var store = new ToyStore();
        var history = new History(schedule::now);
        var board = new Board(70);
        Map<String, Standing> drafts = new LinkedHashMap<>();
        for (int n = 0; n < BILLS; n++) {
            var draft = Standing.draft("draft" + n, CARRIER, COMPANIES.get(0));
            drafts.put("bill" + n, draft);
            store.draft("bill" + n, draft);
            board.open("bill" + n, draft.seen(), n == 0);
        }
        var instances = List.of(new ToyRegister(store, schedule, bug, 0), new ToyRegister(store, schedule, bug, 1));
        var relay = new ToyRelay(store, schedule, bug);
        for (int n = 0; n < CLIENTS; n++) {
            schedule.client(client(n, seed, board, history, reaching(instances, schedule), drafts));
        }
        schedule.service(relay::turn);
        schedule.service(() -> instances.forEach(ToyRegister::background));
        schedule.service(() -> {
            if (schedule.draw(40) == 0) {
                instances.get(schedule.draw(2)).crash();
            }
        });
        schedule.run();
        instances.forEach(ToyRegister::background);
        relay.finish();
        var evidence = new Evidence(
                store.entries(), store.outbox.stream().map(each -> each.event).toList(), List.copyOf(store.topic));
        return new Outcome(drafts, history, evidence);
    }

    private static Runnable client(
            int number, long seed, Board board, History history, TitleRegister register, Map<String, Standing> drafts) {
        var trader = new Trader(number, seed, board, COMPANIES, CARRIER, history, register, attempt -> attempt < 50);
        return () -> {
            if (number < BILLS) {
                String bill = "bill" + number;
                String head = String.valueOf(drafts.get(bill).head());
                trader.settle(bill, new Statement("issue" + number, head, Act.ISSUE, CARRIER, null));
            }
            for (int turn = 0; turn < TURNS; turn++) {
                trader.turn();
            }
        };
    }

    /** Each call goes to either instance, as behind a load balancer; the answer may be lost on the way back. */
    private static TitleRegister reaching(List<ToyRegister> instances, Schedule schedule) {
        return new TitleRegister() {
            @Override
            public Answer act(String bill, Statement statement) {
                return perhapsLost(instances.get(schedule.draw(2)).act(bill, statement));
            }

            @Override
            public Answer read(String bill, String reader) {
                return instances.get(schedule.draw(2)).read(bill, reader);
            }

            private Answer perhapsLost(Answer answer) {
                return schedule.draw(20) == 0 ? new Answer.Unknown("connection reset") : answer;
            }
        };
    }

    /** A consumer that applies whatever comes. */
    private static final class Counting implements Folding {
        private final Map<String, Known> known = new HashMap<>();

        @Override
        public void take(Event event) {
            long before =
                    known.containsKey(event.bill()) ? known.get(event.bill()).applied() : 0;
            known.put(event.bill(), new Known(before + 1, event));
        }

        @Override
        public Map<String, Known> known() {
            return known;
        }
    }
}
