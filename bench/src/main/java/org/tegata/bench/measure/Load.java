package org.tegata.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Requests over a number of connections for some seconds, and what became of them. */
public final class Load {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final double MOST_DELAY_SECONDS = 10;

    private final int port;
    private final int connections;
    /** The bytes of request number n; numbers are given out once only. */
    private final LongFunction<byte[]> requests;

    private final Answers answers;
    private final AtomicLong numbers = new AtomicLong();

    public Load(int port, int connections, LongFunction<byte[]> requests) {
        this(port, connections, requests, (number, status, body) -> {});
    }

    /** With somebody who looks at the answers. */
    public Load(int port, int connections, LongFunction<byte[]> requests, Answers answers) {
        this.port = port;
        this.connections = connections;
        this.requests = requests;
        this.answers = answers;
    }

    /** Hears of each answer, on the connection's thread: should be quick. */
    @FunctionalInterface
    public interface Answers {
        void heard(long number, int status, HttpConnection answer);
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param latency in nanoseconds
     * @param statuses how often each
     * @param seconds from the first request to the last answer
     * @param generatorSeconds CPU time of the threads that asked
     */
    public record Outcome(
            double rate, Histogram latency, Map<Integer, Integer> statuses, double seconds, double generatorSeconds) {

        public double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }

        /** Whether every answer had that status. */
        public boolean all(int status) {
            return statuses.keySet().stream().allMatch(seen -> seen == status);
        }

        public int count() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Each connection sends the next request when it has its answer: shows the highest rate. */
    public Outcome closed(double seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(worker -> {
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                worker.exchange(began);
            }
        });
    }

    /** So many requests and no more, each connection sending the next one when it has its answer. */
    public Outcome all(int count) throws IOException, InterruptedException {
        AtomicLong left = new AtomicLong(count);
        return run(worker -> {
            while (left.getAndDecrement() > 0) {
                worker.exchange(System.nanoTime());
            }
        });
    }

    /**
     * Requests come at their times, whether answers have come or not, and waiting counts: shows what a caller feels.
     */
    public Outcome open(double seconds, double perSecond) throws IOException, InterruptedException {
        long start = System.nanoTime() + 50_000_000;
        long arrivals = (long) (seconds * perSecond);
        // A service that cannot keep up would be asked for a long time: what is not sent by then is not sent.
        long latest = start + (long) ((seconds + MOST_DELAY_SECONDS) * 1e9);
        AtomicLong next = new AtomicLong();
        return run(worker -> {
            for (long i = next.getAndIncrement();
                    i < arrivals && System.nanoTime() < latest;
                    i = next.getAndIncrement()) {
                long due = start + (long) (i / perSecond * 1e9);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                worker.exchange(due);
            }
        });
    }

    private interface Script {
        void play(Worker worker) throws IOException;
    }

    private final class Worker {
        private final HttpConnection connection;
        private final Histogram latency = new Histogram(HIGHEST_NANOS, 3);
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private long cpuNanos;

        Worker(HttpConnection connection) {
            this.connection = connection;
        }

        void exchange(long since) throws IOException {
            long number = numbers.getAndIncrement();
            int status = connection.exchange(requests.apply(number));
            latency.recordValue(Math.min(HIGHEST_NANOS, System.nanoTime() - since));
            statuses.merge(status, 1, Integer::sum);
            answers.heard(number, status, connection);
        }
    }

    private Outcome run(Script script) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long began = System.nanoTime();
            List<Future<Worker>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Callable<Worker> work = () -> {
                    try (HttpConnection connection = new HttpConnection(port)) {
                        Worker worker = new Worker(connection);
                        script.play(worker);
                        worker.cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        return worker;
                    }
                };
                running.add(pool.submit(work));
            }
            Histogram latency = new Histogram(HIGHEST_NANOS, 3);
            Map<Integer, Integer> statuses = new TreeMap<>();
            long cpuNanos = 0;
            for (Future<Worker> each : running) {
                Worker worker = each.get();
                latency.add(worker.latency);
                cpuNanos += worker.cpuNanos;
                worker.statuses.forEach((status, times) -> statuses.merge(status, times, Integer::sum));
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Outcome(latency.getTotalCount() / seconds, latency, statuses, seconds, cpuNanos / 1e9);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
