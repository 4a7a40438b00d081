package org.tegata.system.history.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import org.tegata.system.history.live.FaultProxy.Spoil;

/**
 * What goes wrong during a run, in an order that the seed decides, spread evenly over its operations: one fault is
 * due each time the run has come so much further.
 */
final class Faults implements Runnable {

    /** The kinds, in the shares in which they happen. */
    enum Kind {
        KILL_SERVICE,
        KILL_POSTGRES,
        CUT_BEFORE_FORWARDING,
        CUT_AFTER_FORWARDING,
        CUT_INSTEAD_OF_ANSWER,
        DELAY,
        REPEAT_EVENTS
    }

    private static final int REPEATED = 50;
    /** Of each kind in one round of faults; the cuts are quick, and the most valuable. */
    private static final Map<Kind, Integer> SHARES = Map.of(
            Kind.KILL_SERVICE, 3,
            Kind.KILL_POSTGRES, 2,
            Kind.CUT_BEFORE_FORWARDING, 2,
            Kind.CUT_AFTER_FORWARDING, 3,
            Kind.CUT_INSTEAD_OF_ANSWER, 6,
            Kind.DELAY, 2,
            Kind.REPEAT_EVENTS, 2);

    private final Cluster cluster;
    private final TopicWatch topic;
    private final Random random;
    private final List<Kind> planned = new ArrayList<>();
    private final LongSupplier done;
    private final long operations;
    private final Map<Kind, Integer> happened = new EnumMap<>(Kind.class);
    private volatile boolean over;

    Faults(Cluster cluster, TopicWatch topic, long seed, int count, LongSupplier done, long operations) {
        this.cluster = cluster;
        this.topic = topic;
        this.random = new Random(seed);
        this.done = done;
        this.operations = operations;
        while (planned.size() < count) {
            var round = new ArrayList<Kind>();
            SHARES.forEach((kind, share) -> round.addAll(Collections.nCopies(share, kind)));
            Collections.sort(round);
            Collections.shuffle(round, random);
            planned.addAll(round);
        }
        planned.subList(count, planned.size()).clear();
    }

    @Override
    public void run() {
        try {
            causeAll();
        } finally {
            over = true;
        }
    }

    private void causeAll() {
        for (int n = 0; n < planned.size(); n++) {
            long due = operations * (2L * n + 1) / (2L * planned.size());
            while (done.getAsLong() < due && !over) {
                pause();
            }
            if (over) {
                return;
            }
            var kind = planned.get(n);
            try {
                cause(kind);
            } catch (Exception broken) {
                throw new IllegalStateException("the fault " + kind + " could not be caused or repaired", broken);
            }
            happened.merge(kind, 1, Integer::sum);
        }
    }

    private void cause(Kind kind) throws Exception {
        int instance = random.nextInt(2);
        switch (kind) {
            case KILL_SERVICE -> cluster.killService(instance);
            case KILL_POSTGRES -> cluster.killPostgres();
            case REPEAT_EVENTS -> {
                while (topic.repeat(REPEATED, random) == 0 && !over) {
                    pause();
                }
            }
            case CUT_BEFORE_FORWARDING -> spoil(instance, Spoil.CUT_BEFORE_FORWARDING);
            case CUT_AFTER_FORWARDING -> spoil(instance, Spoil.CUT_AFTER_FORWARDING);
            case CUT_INSTEAD_OF_ANSWER -> spoil(instance, Spoil.CUT_INSTEAD_OF_ANSWER);
            case DELAY -> spoil(instance, Spoil.DELAY);
        }
    }

    /** Returns when a statement was spoilt: what is armed and never goes off is no fault. */
    private void spoil(int instance, Spoil how) {
        var proxy = cluster.proxy(instance);
        int before = proxy.spoilt();
        proxy.spoilNext(how);
        while (proxy.spoilt() == before && !over) {
            pause();
        }
    }

    /** The faults that happened, by kind. */
    Map<Kind, Integer> happened() {
        return happened;
    }

    int count() {
        return happened.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All that was planned has happened. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
