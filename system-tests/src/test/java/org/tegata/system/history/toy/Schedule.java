package org.tegata.system.history.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks so that one of them moves at a time, and the seed says which: every interleaving can be had again. The
 * clock counts the steps.
 */
final class Schedule {

    private static final ThreadLocal<@Nullable Task> CURRENT = new ThreadLocal<>();

    private final Random random;
    private final Semaphore turnOver = new Semaphore(0);
    private final List<Task> tasks = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    Schedule(long seed) {
        this.random = new Random(seed);
    }

    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("the clients have ended", null, false, false);
        }
    }

    private final class Task {
        private final Semaphore turn = new Semaphore(0);
        private final boolean service;
        private volatile boolean done;

        Task(Runnable work, boolean service) {
            this.service = service;
            var thread = new Thread(() -> run(work), "toy");
            thread.setDaemon(true);
            thread.start();
        }

        private void run(Runnable work) {
            CURRENT.set(this);
            turn.acquireUninterruptibly();
            try {
                if (!over) {
                    work.run();
                }
            } catch (Over ended) {
                // as every service does
            } catch (Throwable failed) {
                failure.compareAndSet(null, failed);
            } finally {
                done = true;
                turnOver.release();
            }
        }
    }

    /** The run ends when all clients have. */
    void client(Runnable work) {
        tasks.add(new Task(work, false));
    }

    /** Loops until the clients have ended: relay, crashes. */
    void service(Runnable turn) {
        tasks.add(new Task(
                () -> {
                    while (true) {
                        turn.run();
                        step();
                    }
                },
                true));
    }

    void run() {
        while (failure.get() == null && tasks.stream().anyMatch(task -> !task.service && !task.done)) {
            var alive = tasks.stream().filter(task -> !task.done).toList();
            give(alive.get(random.nextInt(alive.size())));
        }
        over = true;
        tasks.stream().filter(task -> !task.done).forEach(this::give);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    private void give(Task task) {
        now.incrementAndGet();
        task.turn.release();
        turnOver.acquireUninterruptibly();
    }

    /** Here another task may get its turn; whoever is not scheduled goes straight on. */
    void step() {
        var task = CURRENT.get();
        if (task != null) {
            turnOver.release();
            task.turn.acquireUninterruptibly();
            if (over) {
                throw new Over();
            }
        }
    }

    /** A number that only the seed decides; to be drawn by the task that has the turn. */
    int draw(int bound) {
        return random.nextInt(bound);
    }

    long now() {
        return now.incrementAndGet();
    }
}
