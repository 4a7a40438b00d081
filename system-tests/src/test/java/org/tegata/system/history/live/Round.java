package org.tegata.system.history.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.tegata.system.history.Board;
import org.tegata.system.history.Evidence;
import org.tegata.system.history.Fold;
import org.tegata.system.history.History;
import org.tegata.system.history.Trader;
import org.tegata.system.history.Verdict;

/** Fresh bills, so many operations by so many clients among so many faults, and the verdict on all of it. */
final class Round {

    private static final int CLIENTS = 16;
    private static final int HOT = 6;
    private static final int COLD = 200;
    private static final int HOT_PERCENT = 60;
    /** A hot bill gives way to a fresh one then: its record is read whole at each reading. */
    private static final int LONGEST_HOT_RECORD = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OFFICE = 1_000;

    private final Cluster cluster;
    private final TopicWatch topic;
    private final Ledger ledger;
    private final long seed;
    private final long operations;
    private final int faults;
    private final Board board = new Board(HOT_PERCENT);
    private final History history = new History(System::nanoTime);
    private final BillPress press;
    private final AtomicLong done = new AtomicLong();

    Round(Cluster cluster, TopicWatch topic, Ledger ledger, long seed, long operations, int faults) {
        this.cluster = cluster;
        this.topic = topic;
        this.ledger = ledger;
        this.seed = seed;
        this.operations = operations;
        this.faults = faults;
        this.press = new BillPress(cluster, history, board);
    }

    /** The verdict, and what happened on the way to it. */
    record Outcome(Verdict verdict, Faults faults, double seconds, double judgingSeconds) {
        @Override
        public String toString() {
            return "%.1f s (%.0f operations/s), judged in %.1f s; faults %s; %s"
                    .formatted(
                            seconds,
                            verdict.operations() / seconds,
                            judgingSeconds,
                            faults.happened(),
                            verdict.summary());
        }
    }

    Outcome play() throws InterruptedException, ExecutionException, TimeoutException, SQLException {
        var chaos = new Faults(cluster, topic, seed, faults, done::get, operations);
        long began = System.nanoTime();
        ExecutorService pool = Executors.newCachedThreadPool(Round::daemon);
        try {
            stock(pool);
            var causing = pool.submit(chaos);
            var supplying = pool.submit(this::keepHotBillsFresh);
            for (var trading : trading(pool, chaos)) {
                trading.get();
            }
            causing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            supplying.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            chaos.end();
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        topic.awaitAll(PATIENCE);
        long judging = System.nanoTime();
        var bills = press.drafts().keySet();
        var evidence = new Evidence(ledger.records(bills), ledger.outbox(bills), topic.drain(bills));
        var verdict = Verdict.of(press.drafts(), history, evidence, Fold::new, seed);
        return new Outcome(verdict, chaos, seconds, (System.nanoTime() - judging) / 1e9);
    }

    private void stock(ExecutorService pool) throws InterruptedException, ExecutionException {
        var pressed = new ArrayList<Future<?>>();
        for (int n = 0; n < HOT + COLD; n++) {
            int number = n;
            pressed.add(pool.submit(() -> press.press(OFFICE + number, number < HOT)));
            if (pressed.size() >= CLIENTS) {
                pressed.remove(0).get();
            }
        }
        for (var each : pressed) {
            each.get();
        }
    }

    private List<Future<?>> trading(ExecutorService pool, Faults chaos) {
        var trading = new ArrayList<Future<?>>();
        for (int n = 0; n < CLIENTS; n++) {
            var trader = new Trader(
                    n,
                    seed,
                    board,
                    cluster.traders(),
                    cluster.carrier().party(),
                    history,
                    cluster.register(),
                    Round::pause);
            trading.add(pool.submit(() -> {
                while (done.get() < operations || !chaos.isOver()) {
                    done.addAndGet(trader.turn() ? 1 : 0);
                }
            }));
        }
        return trading;
    }

    private void keepHotBillsFresh() {
        while (!Thread.currentThread().isInterrupted() && done.get() < operations) {
            for (var bill : board.hot()) {
                var latest = board.latest(bill);
                if (latest.version() > LONGEST_HOT_RECORD || latest.status().closed()) {
                    press.press(OFFICE - 1, true);
                    board.cool(bill);
                }
            }
            pause(1);
        }
    }

    /** Longer from attempt to attempt; after a minute and more the act is left unresolved, which is a finding. */
    private static boolean pause(int attempt) {
        try {
            Thread.sleep(Math.min(1_000, 20L << Math.min(attempt, 6)));
            return attempt < 90;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "round");
        thread.setDaemon(true);
        return thread;
    }
}
