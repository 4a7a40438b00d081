package org.tegata.bench.invoice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.ChildJvm;

/** Whether a line costs the same in a document of 1,000 and of 100,000 lines, in a small heap. */
final class Scale {
    private static final int HEAP_MB = 256;

    private final Figures figures;
    private final int rounds;

    Scale(Figures figures, boolean quick) {
        this.figures = figures;
        this.rounds = quick ? 1 : 3;
    }

    void run() throws IOException, InterruptedException {
        figures.progress("1,000, 10,000 and 100,000 lines in a JVM of its own with -Xmx" + HEAP_MB + "m");
        List<String> arguments = new ArrayList<>(
                List.of("-Xmx" + HEAP_MB + "m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of(ScaleChild.class.getName(), String.valueOf(rounds)));
        ChildJvm.Cost cost = ChildJvm.run(arguments);
        if (cost.exitCode() != 0) {
            throw new IOException("the child failed:\n" + cost.output());
        }
        double first = 0;
        double last = 0;
        figures.row("%8s %8s %10s %14s %12s", "lines", "MB", "CPU ms", "us a line", "MB resident");
        for (String line :
                cost.output().lines().filter(l -> l.startsWith("scale ")).toList()) {
            String[] words = line.split(" ");
            int lines = Integer.parseInt(words[1]);
            double millis = Double.parseDouble(words[3]);
            last = millis * 1000 / lines;
            first = first == 0 ? last : first;
            figures.row("%,8d %8s %10.1f %14.2f %12s", lines, words[2], millis, last, words[4]);
            if (lines == 10_000) {
                figures.atMost("scale-10000-lines-cpu-ms", millis, 200);
            }
        }
        figures.atMost("scale-line-cost-100000-to-1000", last / first, 1.3);
    }
}
