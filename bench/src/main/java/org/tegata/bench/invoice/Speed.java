package org.tegata.bench.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.Distribution;
import org.tegata.bench.measure.Turns;
import org.tegata.bench.measure.Turns.Contender;

/** CPU time of one validation, ours against the others, on the same documents and with the same verdicts. */
final class Speed {
    private static final int PHIVE = 1;

    private final Figures figures;
    private final boolean quick;
    private final Judge tegata = new TegataJudge();
    private final Judge phive = new PhiveJudge();
    private final List<Judge> judges;

    /** Keeps what the judges return from being optimised away. */
    static volatile int sink;

    Speed(Figures figures, boolean quick) throws Exception {
        this.figures = figures;
        this.quick = quick;
        judges = List.of(tegata, phive, new SaxonJudge(), new XercesJudge());
    }

    void run() {
        Documents ordinary = Documents.ordinary();
        figures.progress("warming up, and comparing the verdicts of tegata and phive");
        requireSameVerdicts(Documents.mix());
        figures.row(
                "%-12s %5s %8s   %-33s %s",
                "documents", "files", "kB", "CPU ms a pass (median)", "ratio to tegata (p10-p90)");
        double main = measure(ordinary, quick ? 9 : 21, quick ? 4 : 15);
        figures.ratio("invoice", main, 40);
        figures.atLeast("ordinary", main, 40);
        figures.atLeast("mix", measure(Documents.mix(), quick ? 4 : 11, quick ? 1 : 4), 25);
        figures.atLeast("attachments", measure(Documents.attachments(), quick ? 5 : 15, 0.5), 8);
        figures.context("lines-100", measure(Documents.hundredLines(), quick ? 5 : 15, 0.5));
        figures.context("lines-1000", measure(Documents.thousandLines(), quick ? 5 : 11, 0.5));
    }

    private double measure(Documents documents, int rounds, double warmUpSeconds) {
        List<Contender> contenders = new ArrayList<>();
        for (Judge judge : judges) {
            contenders.add(new Contender(judge.name(), () -> {
                int sum = 0;
                for (byte[] document : documents.all()) {
                    sum += judge.judge(document);
                }
                sink = sum;
            }));
        }
        Turns turns = Turns.measure(contenders, rounds, warmUpSeconds);
        for (int i = 0; i < contenders.size(); i++) {
            Distribution ratio = turns.ratio(i);
            figures.row(
                    "%-12s %5s %8s   %-12s %10.2f %8s %8.1f  (%.1f-%.1f)",
                    i == 0 ? documents.name() : "",
                    i == 0 ? documents.all().size() : "",
                    i == 0 ? documents.size() / 1000 : "",
                    contenders.get(i).name(),
                    turns.millis(i).median(),
                    "",
                    ratio.median(),
                    ratio.p10(),
                    ratio.p90());
        }
        return turns.ratio(PHIVE).median();
    }

    private void requireSameVerdicts(Documents documents) {
        int number = 0;
        for (byte[] document : documents.all()) {
            Set<String> ours = new TreeSet<>(tegata.verdict(document));
            Set<String> theirs = new TreeSet<>(phive.verdict(document));
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("document " + number + " of " + documents.name() + ": tegata says "
                        + ours + ", phive " + theirs);
            }
            number++;
        }
        figures.row("the verdicts on all %d documents are the same", number);
    }
}
