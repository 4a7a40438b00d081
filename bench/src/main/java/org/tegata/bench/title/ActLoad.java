package org.tegata.bench.title;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.tegata.bench.measure.Load;
import org.tegata.bench.measure.Load.Outcome;
import org.tegata.bench.measure.ProcessCpu;
import org.tegata.cli.platform.SoloService;

/** Signed acts over HTTP, each receipted; requests are signed before the clock starts. */
final class ActLoad {
    private static final byte[] HEAD = "\"head\":\"".getBytes(StandardCharsets.US_ASCII);

    private final SoloService solo;
    private final Database database;
    private long acknowledged;

    ActLoad(SoloService solo, Database database) {
        this.solo = solo;
        this.database = database;
    }

    /** Acts that were receipted so far. */
    long acknowledged() {
        return acknowledged;
    }

    /** One act on each bill, again and again until it took so long; each client acts as fast as it goes. */
    Turn closed(Titles titles, double seconds, int clients) throws IOException, InterruptedException {
        Sum sum = new Sum();
        do {
            pass(titles, sum, clients, load -> load.all(titles.count()));
        } while (sum.seconds < seconds);
        return sum.turn();
    }

    /** Exactly one act on each bill. */
    Turn once(Titles titles, int clients) throws IOException, InterruptedException {
        return closed(titles, 0, clients);
    }

    /** Acts come at their times; the latency of all. */
    Histogram open(Titles titles, double seconds, double perSecond, int clients)
            throws IOException, InterruptedException {
        Sum sum = new Sum();
        Histogram latency = new Histogram(3);
        do {
            Outcome outcome =
                    pass(titles, sum, clients, load -> load.open(titles.count() / perSecond + 1e-6, perSecond));
            latency.add(outcome.latency());
        } while (sum.seconds < seconds);
        return latency;
    }

    private interface Way {
        Outcome go(Load load) throws IOException, InterruptedException;
    }

    private Outcome pass(Titles titles, Sum sum, int clients, Way way) throws IOException, InterruptedException {
        byte[][] requests = titles.sign();
        AtomicReference<@Nullable String> refused = new AtomicReference<>();
        Load load = new Load(solo.port(), clients, n -> requests[(int) n], (n, status, answer) -> {
            if (status == 200) {
                titles.receipt(n, answer.quotedAfter(HEAD));
            } else {
                refused.compareAndSet(null, status + " " + answer.body());
            }
        });
        Duration service = solo.serviceCpu();
        Duration postgres = ProcessCpu.ofServer(database.pid());
        Outcome outcome = way.go(load);
        sum.add(
                outcome,
                solo.serviceCpu().minus(service),
                ProcessCpu.ofServer(database.pid()).minus(postgres));
        if (!outcome.all(200) || !titles.upToDate() || outcome.count() != titles.count()) {
            throw new IOException("not every act was receipted: " + outcome.statuses() + " of " + titles.count()
                    + ", first refusal: " + refused.get());
        }
        acknowledged += outcome.count();
        return outcome;
    }

    private static final class Sum {
        private long acts;
        private double seconds;
        private double generatorSeconds;
        private Duration service = Duration.ZERO;
        private Duration database = Duration.ZERO;

        void add(Outcome outcome, Duration moreService, Duration moreDatabase) {
            acts += outcome.count();
            seconds += outcome.seconds();
            generatorSeconds += outcome.generatorSeconds();
            service = service.plus(moreService);
            database = database.plus(moreDatabase);
        }

        Turn turn() {
            return new Turn(
                    acts,
                    seconds,
                    service.toNanos() / 1e3 / acts,
                    database.toNanos() / 1e3 / acts,
                    generatorSeconds * 1e6 / acts);
        }
    }
}
