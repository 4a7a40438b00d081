package org.tegata.bench.title;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.Distribution;

/** Rounds of SQL alone and acts over HTTP: their rates against each other, and what an act costs. */
final class Comparison {
    private static final double GOAL = 0.60;
    private static final double GOAL_MICROS = 650;

    private final Figures figures;
    private final List<Turn> sql = new ArrayList<>();
    private final List<Turn> acts = new ArrayList<>();
    private final List<Double> twice = new ArrayList<>();

    /** Shows each round under that heading. */
    Comparison(Figures figures, String anchor) {
        this.figures = figures;
        figures.row(
                "%10s %10s %8s | %28s | %22s | %10s",
                anchor + "/s", "acts/s", "ratio", "us/act: service PG generator", "us/SQL: PG client", "2x clients");
    }

    void add(Turn alone, Turn overHttp, double rateOfTwice) {
        sql.add(alone);
        acts.add(overHttp);
        twice.add(rateOfTwice / overHttp.rate());
        figures.row(
                "%,10.0f %,10.0f %8.2f | %13.0f %4.0f %9.0f | %16.0f %5.0f | %10.2f",
                alone.rate(),
                overHttp.rate(),
                overHttp.rate() / alone.rate(),
                overHttp.serviceMicros(),
                overHttp.databaseMicros(),
                overHttp.clientMicros(),
                alone.databaseMicros(),
                alone.clientMicros(),
                rateOfTwice / overHttp.rate());
    }

    /** Acts a second. */
    double rate() {
        return median(acts, Turn::rate);
    }

    /** Acts a second in parts of what the SQL alone reaches. */
    Distribution ratio() {
        double[] ratios = new double[acts.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = acts.get(i).rate() / sql.get(i).rate();
        }
        return new Distribution(ratios);
    }

    /** Notes the figures; the main one too. */
    void tell(Signatures.Cost signature) {
        Distribution ratio = ratio();
        double micros = median(acts, turn -> turn.serviceMicros() + turn.databaseMicros());
        figures.row("ratio %.2f (p10 %.2f, p90 %.2f)", ratio.median(), ratio.p10(), ratio.p90());
        figures.context("acts-per-s", rate());
        figures.context("anchor-per-s", median(sql, Turn::rate));
        figures.context("ratio-p10", ratio.p10());
        figures.context("ratio-p90", ratio.p90());
        figures.atMost("cpu-us-per-act", micros, GOAL_MICROS);
        figures.context("cpu-us-per-act-service", median(acts, Turn::serviceMicros));
        figures.context("cpu-us-per-act-postgresql", median(acts, Turn::databaseMicros));
        figures.context("cpu-us-per-act-generator", median(acts, Turn::clientMicros));
        figures.context("anchor-cpu-us-postgresql", median(sql, Turn::databaseMicros));
        figures.context("anchor-cpu-us-client", median(sql, Turn::clientMicros));
        figures.context("signature-share-of-cpu", (signature.verify() + signature.sign()) / micros);
        figures.atLeast(
                "rate-with-twice-the-clients",
                new Distribution(twice.stream().mapToDouble(Double::doubleValue).toArray()).median(),
                1);
        figures.ratio("title", ratio.median(), GOAL);
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return new Distribution(turns.stream().mapToDouble(value).toArray()).median();
    }
}
