package org.tegata.bench.title;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.title.Titles.Course;

/** The same acts with ten and a hundred times the bills in the table; warm, and on bills that were never seen. */
final class Scaling {
    private static final double GOAL = 0.9;

    private final Figures figures;
    private final boolean quick;
    private final Setting setting;

    /** What stays the same at every size; rates are in parts of the anchor's in the same round, as machines vary. */
    record Setting(
            Trade trade, ActLoad load, Clones clones, Database database, Anchor anchor, int clients, int bills) {}

    Scaling(Figures figures, boolean quick, Setting setting) {
        this.figures = figures;
        this.quick = quick;
        this.setting = setting;
    }

    /** From a table with so many bills on, where that part of the anchor's rate was reached. */
    void run(int bills, double part, Accounts accounts) throws Exception {
        figures.row("%10s %14s %14s %14s", "bills", "warm/anchor", "cold acts/s", "cold us/act");
        figures.row("%,10d %14.2f", bills, part);
        double before = part;
        int from = bills;
        for (int size : quick ? new int[] {100_000} : new int[] {100_000, 1_000_000}) {
            String name = String.format(Locale.ROOT, "1e%.0f", Math.log10(size));
            fill(from, size);
            Turn cold = setting.load.once(titles(from, size), setting.clients);
            Titles titles = titles(from + 1, size + 1);
            Turn alsoCold = setting.load.once(titles, setting.clients);
            double now = warm(titles);
            double rate = (cold.acts() + alsoCold.acts()) / (cold.seconds() + alsoCold.seconds());
            double micros = (cold.serviceMicros()
                            + cold.databaseMicros()
                            + alsoCold.serviceMicros()
                            + alsoCold.databaseMicros())
                    / 2;
            figures.row("%,10d %14.2f %,14.0f %14.0f", size, now, rate, micros);
            figures.atLeast("rate-at-" + name + "-bills-to-a-tenth-of-them", now / before, GOAL);
            figures.context("cold-acts-per-s-at-" + name, rate);
            figures.context("cold-cpu-us-per-act-at-" + name, micros);
            accounts.check(setting.load.acknowledged());
            before = now;
            from = size;
        }
    }

    private Titles titles(int from, int to) throws Exception {
        return Titles.spread(setting.trade, setting.database, from, to, setting.bills, Course.TRANSFERS);
    }

    private double warm(Titles titles) throws Exception {
        double[] parts = new double[quick ? 2 : 3];
        for (int i = 0; i < parts.length; i++) {
            double alone = setting.anchor.run(quick ? 2 : 4, setting.clients).rate();
            parts[i] =
                    setting.load.closed(titles, quick ? 2 : 5, setting.clients).rate() / alone;
        }
        return new Distribution(parts).median();
    }

    private void fill(int from, int to) throws Exception {
        long began = System.nanoTime();
        setting.clones.write(setting.database, from, to);
        try (Connection connection = setting.database.connect();
                Statement statement = connection.createStatement()) {
            // Now, and not by autovacuum in the middle of a round.
            statement.execute("vacuum (analyze) bills, bill_entries, bill_parties");
            statement.execute("checkpoint");
        }
        figures.progress(String.format(
                Locale.ROOT, "%,d bills, every signature real, made in %.0f s", to, (System.nanoTime() - began) / 1e9));
    }
}
