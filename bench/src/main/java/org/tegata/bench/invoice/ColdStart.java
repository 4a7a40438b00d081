package org.tegata.bench.invoice;

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

/** What the first verdict costs a process that did nothing before: start of the JVM, loading, compiling, and it. */
final class ColdStart {
    private final Figures figures;
    private final int runs;

    ColdStart(Figures figures, boolean quick) {
        this.figures = figures;
        this.runs = quick ? 3 : 7;
    }

    void run() throws IOException, InterruptedException {
        figures.progress("the first verdict of a new process, " + runs + " times each");
        Path document = Files.createTempFile("tegata-cold-", ".xml");
        try {
            Files.write(document, new GeneratedInvoice("COLD", 2, 0).bytes());
            figures.row("%-34s %10s %20s %10s", "process", "CPU s", "(p10-p90)", "wall s");
            List<String> ours = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            double library = median("tegata library", ours, libraries(), ColdTegata.class.getName(), document);
            figures.atMost("cold-library-cpu-s", library, 0.5);
            figures.atMost("cold-command-cpu-s", command(document), 0.5);
            double phive = median("phive", ours, classPath(), ColdPhive.class.getName(), document);
            figures.context("cold-phive-cpu-s", phive);
        } finally {
            Files.delete(document);
        }
    }

    /** As the tegata script starts it, with the class archive that it makes. */
    private double command(Path document) throws IOException, InterruptedException {
        Path archive = Files.createTempDirectory("tegata-cold-").resolve("tegata.jsa");
        List<String> flags = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
        List<String> main = List.of("org.tegata.cli.Tegata", "validate", "--rule-set", TegataJudge.RULE_SET);
        List<String> making = new ArrayList<>(flags);
        making.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", libraries()));
        making.addAll(main);
        making.add(document.toString());
        ChildJvm.run(making);
        List<String> running = new ArrayList<>(flags);
        running.add("-XX:SharedArchiveFile=" + archive);
        double median = median("tegata validate, class archive", running, libraries(), main, document);
        Files.deleteIfExists(archive);
        Files.deleteIfExists(archive.getParent());
        return median;
    }

    private double median(String name, List<String> flags, String classPath, String main, Path document)
            throws IOException, InterruptedException {
        return median(name, flags, classPath, List.of(main), document);
    }

    private double median(String name, List<String> flags, String classPath, List<String> main, Path document)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(List.of("-cp", classPath));
        arguments.addAll(main);
        arguments.add(document.toString());
        double[] cpu = new double[runs];
        double[] wall = new double[runs];
        for (int i = 0; i < runs; i++) {
            ChildJvm.Cost cost = ChildJvm.run(arguments);
            if (cost.exitCode() != 0 || !cost.output().contains("valid")) {
                throw new IOException(name + " failed:\n" + cost.output());
            }
            cpu[i] = cost.cpuSeconds();
            wall[i] = cost.wallSeconds();
        }
        Distribution spent = new Distribution(cpu);
        figures.row(
                "%-34s %10.2f %20s %10.2f",
                name,
                spent.median(),
                String.format("(%.2f-%.2f)", spent.p10(), spent.p90()),
                new Distribution(wall).median());
        return spent.median();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Without what only benchmarks and platforms need: an archive is only made of jars, and looks at each of them. */
    private static String libraries() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(jar -> jar.matches(".*(invoice-rules|bill-document|foundation-(problem|xml|access)|aalto-xml"
                        + "|stax2-api|jackson-(core|annotations|databind)|picocli|jspecify|cli|bench)"
                        + "-?[0-9A-Z.-]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
