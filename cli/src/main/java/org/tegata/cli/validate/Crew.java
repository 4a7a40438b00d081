package org.tegata.cli.validate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges many documents on all cores and tells of them in their order; few verdicts are in memory at any time. */
public final class Crew {
    private static final int MOST_WORKERS = 32;
    private static final int AHEAD = 16;

    private final Intake intake;
    private final int workers;

    /** Who hears of each document, one after the other, in the order of the documents. */
    @FunctionalInterface
    public interface Listener {
        void judged(Judged judged) throws IOException;
    }

    public Crew(Intake intake, int cores) {
        this.intake = intake;
        this.workers = Math.max(1, Math.min(cores, MOST_WORKERS));
    }

    /** Returns when all are judged and told. */
    public void work(Collection<Source> sources, Listener listener) throws IOException {
        if (workers == 1 || sources.size() == 1) {
            for (Source source : sources) {
                listener.judged(intake.judge(source));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(workers, sources.size()), Crew::daemon);
        try {
            Deque<Future<Judged>> running = new ArrayDeque<>();
            Iterator<Source> rest = sources.iterator();
            while (rest.hasNext() || !running.isEmpty()) {
                while (rest.hasNext() && running.size() < workers * AHEAD) {
                    Source next = rest.next();
                    running.add(pool.submit(() -> intake.judge(next)));
                }
                listener.judged(running.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "validate");
        thread.setDaemon(true);
        return thread;
    }
}
