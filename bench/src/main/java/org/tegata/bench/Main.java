package org.tegata.bench;

import java.util.List;
import org.tegata.bench.bill.BillBenchmark;
import org.tegata.bench.invoice.InvoiceBenchmark;
import org.tegata.bench.title.TitleBenchmark;

/** {@code bench/run NAME [--quick]}. A new benchmark is a class, and a line here. */
public final class Main {
    private static final List<Benchmark> ALL =
            List.of(new InvoiceBenchmark(), new TitleBenchmark(), new BillBenchmark());

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        boolean quick = words.contains("--quick");
        List<String> names =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        if (names.size() != 1 || words.size() != names.size() + (quick ? 1 : 0)) {
            usage();
        }
        Benchmark wanted = ALL.stream()
                .filter(each -> each.name().equals(names.get(0)))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            usage();
            return;
        }
        Figures figures = new Figures(System.out);
        figures.progress(wanted.what());
        wanted.run(figures, quick);
        // Libraries of the anchors leave threads behind.
        System.exit(figures.conclude() ? 0 : 1);
    }

    private static void usage() {
        System.err.println("usage: bench/run NAME [--quick]");
        ALL.forEach(each -> System.err.println("  " + each.name() + "  " + each.what()));
        System.exit(2);
    }
}
