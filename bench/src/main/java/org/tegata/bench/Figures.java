package org.tegata.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a benchmark found: tables and progress at once, the figures with their goals at the end. */
public final class Figures {
    private static final String MISSING = "missing ";

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final List<String> lines = new ArrayList<>();
    private @Nullable String ratio;

    Figures(PrintStream out) {
        this.out = out;
    }

    /** What is being done now. */
    public void progress(String doing) {
        out.printf(Locale.ROOT, "[%4d s] %s%n", (System.nanoTime() - began) / 1_000_000_000, doing);
        out.flush();
    }

    /** A line of a table. */
    public void row(String format, Object... values) {
        out.println("         " + String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** A figure of which more is better. */
    public void atLeast(String name, double value, double goal) {
        lines.add("figure " + name + " " + number(value) + " goal >=" + number(goal));
    }

    /** A figure of which less is better. */
    public void atMost(String name, double value, double goal) {
        lines.add("figure " + name + " " + number(value) + " goal <" + number(goal));
    }

    /** A figure without a goal: what bounds another one. */
    public void context(String name, double value) {
        lines.add("figure " + name + " " + number(value) + " goal -");
    }

    /** A part that could not be measured, and why. */
    public void missing(String name, String reason) {
        lines.add(MISSING + name + ": " + reason.lines().findFirst().orElse("?"));
        row("%s could not be measured: %s", name, reason);
    }

    /** The main figure: more is better. */
    public void ratio(String benchmark, double value, double goal) {
        ratio = "ratio " + benchmark + " " + number(value) + " goal " + number(goal);
    }

    /** Prints all figures, the main one last; whether none is missing. */
    boolean conclude() {
        out.println();
        lines.forEach(out::println);
        out.println(ratio == null ? "no ratio" : ratio);
        out.flush();
        return ratio != null && lines.stream().noneMatch(line -> line.startsWith(MISSING));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.3g", value);
    }
}
