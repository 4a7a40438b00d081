package org.tegata.bench.measure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own: for a cold start, or with a small heap. */
public final class ChildJvm {
    private static final long LONGEST_MINUTES = 5;

    private ChildJvm() {}

    /**
     * What one run cost.
     *
     * @param cpuSeconds user and system time of the whole process, its compiler and garbage collector included
     * @param wallSeconds from start to end
     * @param output what it wrote
     * @param exitCode what it ended with
     */
    public record Cost(double cpuSeconds, double wallSeconds, String output, int exitCode) {}

    /** Runs {@code java} with these arguments to its end. */
    public static Cost run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // Only the shell's "time" knows what an ended child has used.
        command.addAll(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash", java()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        long began = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + arguments);
        }
        double wall = (System.nanoTime() - began) / 1e9;
        String[] lines = output.stripTrailing().split("\n");
        String[] times = lines[lines.length - 1].strip().split(" ");
        return new Cost(Double.parseDouble(times[0]) + Double.parseDouble(times[1]), wall, output, process.exitValue());
    }

    /** The program that runs this JVM. */
    public static String java() {
        return new File(System.getProperty("java.home"), "bin/java").getPath();
    }
}
