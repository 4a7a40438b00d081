package org.tegata.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Several ways to do the same work, measured in turns in one JVM by the CPU time of this thread: what else the machine
 * does touches all of them alike.
 */
public final class Turns {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** A turn is repeated until it takes so long, so that the clock is fine enough. */
    private static final double LEAST_MILLIS = 20;

    private final List<Contender> contenders;
    private final double[][] millis;

    /** One way to do the work: once, wholly. */
    public record Contender(String name, Runnable work) {}

    private Turns(List<Contender> contenders, int rounds) {
        this.contenders = contenders;
        this.millis = new double[contenders.size()][rounds];
    }

    /** Warms the first two up for that long each (the others half), then measures; the first is the reference. */
    public static Turns measure(List<Contender> contenders, int rounds, double warmUpSeconds) {
        Turns turns = new Turns(contenders, rounds);
        int[] repeats = new int[contenders.size()];
        for (int i = 0; i < repeats.length; i++) {
            // What is only there for comparison may be a little colder.
            repeats[i] = warmUp(contenders.get(i).work(), i < 2 ? warmUpSeconds : warmUpSeconds / 2);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < repeats.length; i++) {
                // There and back, so that none always follows the same neighbour.
                int turn = round % 2 == 0 ? i : repeats.length - 1 - i;
                turns.millis[turn][round] = cpuMillis(contenders.get(turn).work(), repeats[turn]) / repeats[turn];
            }
        }
        return turns;
    }

    /** CPU time of this thread for the work done so often. */
    public static double cpuMillis(Runnable work, int times) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static int warmUp(Runnable work, double seconds) {
        double spent = 0;
        double last = 0;
        int times = 0;
        while (spent < seconds * 1000 || times < 3) {
            last = cpuMillis(work, 1);
            spent += Math.max(last, 0.001);
            times++;
        }
        return (int) Math.max(1, Math.ceil(LEAST_MILLIS / Math.max(last, 0.001)));
    }

    /** CPU milliseconds of one contender. */
    public Distribution millis(int contender) {
        return new Distribution(millis[contender]);
    }

    /** How many times the reference's CPU time it takes, round by round. */
    public Distribution ratio(int contender) {
        double[] ratios = new double[millis[0].length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = millis[contender][round] / millis[0][round];
        }
        return new Distribution(ratios);
    }

    public List<Contender> contenders() {
        return contenders;
    }
}
