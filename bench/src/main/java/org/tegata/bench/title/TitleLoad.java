package org.tegata.bench.title;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.HttpConnection;
import org.tegata.bench.measure.Load;
import org.tegata.bench.title.Titles.Course;
import org.tegata.cli.platform.Service;
import org.tegata.cli.platform.SoloService;
import org.tegata.seal.Sealer;

/** bl-registry with a real PostgreSQL and a real Kafka, in turns with the anchor on the same PostgreSQL. */
final class TitleLoad {
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx1g", "-XX:+UseParallelGC");
    private static final int CLIENTS = 32;
    private static final int FEWEST_BILLS = 10_000;
    /** The working set: so many bills, at equal distances in the table. */
    private static final int WORKING_SET = 4_000;

    private static final int MIX_SET = 2_000;

    private final Figures figures;
    private final boolean quick;
    private final Signatures signatures;
    private final Path home = Path.of(System.getProperty("tegata.home", "."));

    TitleLoad(Figures figures, boolean quick, Signatures signatures) {
        this.figures = figures;
        this.quick = quick;
        this.signatures = signatures;
    }

    void run() throws Exception {
        figures.progress("starting PostgreSQL, Kafka and bl-registry");
        try (SoloService solo = SoloService.prepare(Service.REGISTRY, JVM)) {
            solo.start();
            solo.awaitReady();
            Trade trade = new Trade(solo);
            trade.register();
            Trade.Issued first = trade.issue(home);
            Database database = Database.at(solo.jdbcUrl(), solo.databaseUser(), solo.databasePassword());
            // A database is copied while nobody is connected to it.
            solo.stop();
            Database anchorDatabase = database.copy("anchor");
            Clones clones = clones(database, first, signing(solo, trade));
            fill(clones, database, 0, FEWEST_BILLS);
            solo.start();
            solo.awaitReady();
            ActLoad load = new ActLoad(solo, database);
            Accounts accounts = new Accounts(database);
            Titles titles = Titles.spread(trade, database, 0, FEWEST_BILLS / 2, WORKING_SET, Course.TRANSFERS);
            warmUp(load, titles);
            accounts.check(load.acknowledged());
            AnchorScript script = AnchorScript.like(database);
            fill(clones(database, first, script.signing()), anchorDatabase, 0, FEWEST_BILLS);
            Anchor anchor = script.anchor(figures, anchorDatabase, FEWEST_BILLS / 2, home.resolve(".tegata/pgbench"));
            footprints(load, titles, anchor, database, anchorDatabase);
            Comparison comparison = compare(load, titles, anchor);
            accounts.check(load.acknowledged());
            figures.row(
                    "events that the relay has not yet carried to Kafka: %,.0f",
                    database.number("select count(*) from outbox where published_at is null"));
            calm(load, titles, comparison.rate() / 2);
            mix(load, Titles.spread(trade, database, FEWEST_BILLS / 2, FEWEST_BILLS, MIX_SET, Course.MIX));
            ceilings(solo, comparison.rate());
            Scaling.Setting setting = new Scaling.Setting(trade, load, clones, database, anchor, CLIENTS, WORKING_SET);
            new Scaling(figures, quick, setting)
                    .run(FEWEST_BILLS, comparison.ratio().median(), accounts);
        }
    }

    private static Clones.Signing signing(SoloService solo, Trade trade) {
        Sealer register = Sealer.fromFile(solo.sealKey());
        return new Clones.Signing() {
            @Override
            public String seal(byte[] payload) {
                return register.seal(payload);
            }

            @Override
            public String act(byte[] statement) {
                return trade.carrier().key().seal("act+jws", statement);
            }
        };
    }

    private static Clones clones(Database database, Trade.Issued first, Clones.Signing signing) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Clones(connection, first.id(), Trade.NUMBER, first.document(), signing);
        }
    }

    private void fill(Clones clones, Database database, long from, long to)
            throws IOException, InterruptedException, SQLException {
        figures.progress(String.format(Locale.ROOT, "making bills: %,d to %,d", from, to));
        clones.write(database, from, to);
    }

    /** Until the compiler has seen enough acts, however slow the machine. */
    private void warmUp(ActLoad load, Titles titles) throws IOException, InterruptedException {
        figures.progress("warming up");
        long end = System.nanoTime() + (quick ? 25 : 60) * 1_000_000_000L;
        int passes = (quick ? 24_000 : 60_000) / titles.count();
        Turn last = load.once(titles, CLIENTS);
        for (int pass = 1; pass < passes && System.nanoTime() < end; pass++) {
            last = load.once(titles, CLIENTS);
        }
        figures.row("the last %,d of %,d acts: %,.0f/s", last.acts(), load.acknowledged(), last.rate());
    }

    /** Shows that the anchor writes what the service writes, and nothing else. */
    private void footprints(ActLoad load, Titles titles, Anchor anchor, Database database, Database anchorDatabase)
            throws Exception {
        figures.progress("what an act leaves in the database");
        double seconds = quick ? 1 : 3;
        anchor.run(1, CLIENTS);
        Footprint before = Footprint.now(anchorDatabase);
        Turn sql = anchor.run(seconds, CLIENTS);
        Footprint ofSql = Footprint.now(anchorDatabase).since(before, sql.acts());
        before = Footprint.now(database);
        Turn acts = load.closed(titles, seconds, CLIENTS);
        Footprint ofAct = Footprint.now(database).since(before, acts.acts());
        figures.row("service: %s (the relay included)", ofAct.text());
        figures.row("%s: %s", anchor.name(), ofSql.text());
        if (!ofAct.sameRows(ofSql)) {
            throw new IOException("the anchor does not write what the service writes: see the two lines above");
        }
        figures.context("wal-bytes-per-act", ofAct.walBytes());
        figures.context("wal-bytes-per-anchor", ofSql.walBytes());
    }

    /** The main figure: anchor, service, anchor, service; and twice the clients in the same rounds. */
    private Comparison compare(ActLoad load, Titles titles, Anchor anchor) throws Exception {
        double seconds = quick ? 2 : 6;
        figures.progress(CLIENTS + " clients, " + titles.count() + " bills of 10,000, in turns with " + anchor.name());
        Comparison comparison = new Comparison(figures, anchor.name());
        for (int round = 0; round < (quick ? 3 : 5); round++) {
            Turn sql = anchor.run(seconds, CLIENTS);
            Turn acts = load.closed(titles, seconds, CLIENTS);
            comparison.add(
                    sql, acts, load.closed(titles, seconds / 2, 2 * CLIENTS).rate());
        }
        comparison.tell(signatures.best());
        return comparison;
    }

    private void calm(ActLoad load, Titles titles, double perSecond) throws IOException, InterruptedException {
        figures.progress("acts arriving at their times, half as many a second");
        Histogram latency = load.open(titles, quick ? 3 : 15, perSecond, 2 * CLIENTS);
        figures.row(
                "%,.0f/s: p50 %.1f ms, p99 %.1f ms, longest %.0f ms",
                perSecond,
                latency.getValueAtPercentile(50) / 1e6,
                latency.getValueAtPercentile(99) / 1e6,
                latency.getMaxValue() / 1e6);
        figures.atMost("p99-ms-at-half-load", latency.getValueAtPercentile(99) / 1e6, 50);
    }

    private void mix(ActLoad load, Titles titles) throws IOException, InterruptedException {
        figures.progress("a mix: endorse, transfer, sign, pledge, release");
        Turn turn = load.closed(titles, quick ? 2 : 10, CLIENTS);
        figures.row(
                "%,.0f acts/s, service %.0f us, PostgreSQL %.0f us an act",
                turn.rate(), turn.serviceMicros(), turn.databaseMicros());
        figures.context("mix-acts-per-s", turn.rate());
        figures.context("mix-cpu-us-per-act", turn.serviceMicros() + turn.databaseMicros());
    }

    private void ceilings(SoloService solo, double rate) throws IOException, InterruptedException {
        byte[] health = HttpConnection.request("GET", "/q/health/live", "", new byte[0]);
        Load.Outcome outcome = new Load(solo.port(), CLIENTS, n -> health).closed(quick ? 1.5 : 4);
        figures.row("GET /q/health/live %,.0f/s, %.1f times the acts", outcome.rate(), outcome.rate() / rate);
        figures.context("ceiling-health-per-s", outcome.rate());
    }
}
