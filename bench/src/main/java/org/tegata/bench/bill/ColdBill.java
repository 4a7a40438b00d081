package org.tegata.bench.bill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tegata.bench.Figures;
import org.tegata.bench.measure.ChildJvm;
import org.tegata.bench.measure.Distribution;

/** What {@code tegata validate} of one bill costs a new process, started as the tegata script starts it. */
final class ColdBill {
    private static final List<String> FLAGS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Figures figures;
    private final int runs;

    ColdBill(Figures figures, boolean quick) {
        this.figures = figures;
        this.runs = quick ? 3 : 7;
    }

    void run() throws IOException, InterruptedException {
        figures.progress("tegata validate of one bill in a new process, " + runs + " times");
        Path folder = Files.createTempDirectory("tegata-cold-");
        Path document = folder.resolve("bill.xml");
        Path archive = folder.resolve("tegata.jsa");
        try {
            Files.write(document, new GeneratedBill("COLD", 2).bytes());
            run("-XX:ArchiveClassesAtExit=" + archive, document);
            double[] cpu = new double[runs];
            double[] wall = new double[runs];
            for (int i = 0; i < runs; i++) {
                ChildJvm.Cost cost = run("-XX:SharedArchiveFile=" + archive, document);
                cpu[i] = cost.cpuSeconds();
                wall[i] = cost.wallSeconds();
            }
            Distribution spent = new Distribution(cpu);
            figures.row(
                    "%.2f s of CPU (%.2f-%.2f), %.2f s",
                    spent.median(), spent.p10(), spent.p90(), new Distribution(wall).median());
            figures.context("cold-command-cpu-s", spent.median());
        } finally {
            Files.deleteIfExists(document);
            Files.deleteIfExists(archive);
            Files.delete(folder);
        }
    }

    private static ChildJvm.Cost run(String archive, Path document) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(List.of(archive, "-cp", libraries(), "org.tegata.cli.Tegata", "validate"));
        arguments.add(document.toString());
        ChildJvm.Cost cost = ChildJvm.run(arguments);
        if (cost.exitCode() != 0 || !cost.output().contains("1 valid")) {
            throw new IOException("tegata validate failed:\n" + cost.output());
        }
        return cost;
    }

    /** Without what only benchmarks and platforms need, as in the tegata script. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*(invoice-rules|bill-document|foundation-(problem|xml|access)|aalto-xml"
                        + "|stax2-api|jackson-(core|annotations|databind)|picocli|jspecify|cli)-?[0-9A-Z.-]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
