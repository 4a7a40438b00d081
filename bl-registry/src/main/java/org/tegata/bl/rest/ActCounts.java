package org.tegata.bl.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tegata.bl.domain.TitleAct;
import org.tegata.problem.Rejected;

/**
 * The timer {@code tegata.registry.acts} by act and outcome: {@code done}, or the problem that the act was answered
 * with.
 */
@ApplicationScoped
class ActCounts {

    private static final String NAME = "tegata.registry.acts";
    private static final String UNREAD = "UNREAD";

    private final MeterRegistry meters;
    private final Map<TitleAct, Timer> done = new EnumMap<>(TitleAct.class);

    ActCounts(MeterRegistry meters) {
        this.meters = meters;
        for (TitleAct act : TitleAct.values()) {
            done.put(act, timer(act.name(), "done"));
        }
    }

    private Timer timer(String act, String outcome) {
        return meters.timer(NAME, "act", act, "outcome", outcome);
    }

    void done(TitleAct act, long begun) {
        record(Objects.requireNonNull(done.get(act)), begun);
    }

    void refused(TitleAct act, Rejected refused, long begun) {
        record(timer(act.name(), refused.type().slug()), begun);
    }

    /** A request that is no signed act of its sender. */
    void unread(Rejected refused, long begun) {
        record(timer(UNREAD, refused.type().slug()), begun);
    }

    private static void record(Timer timer, long begun) {
        timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
}
