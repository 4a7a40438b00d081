package org.tegata.cli.validate;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on standard error that is written over and over; gone at the end. */
public final class ProgressBar {
    private static final long BETWEEN_NANOS = 100_000_000;
    private static final int WIDTH = 30;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final int files;
    private final Summary summary;
    private final boolean shown;
    private long last = System.nanoTime();
    private boolean visible;

    /** A bar for so many files; with {@code shown} false it does nothing. */
    public ProgressBar(PrintWriter err, int files, Summary summary, boolean shown) {
        this.err = err;
        this.files = files;
        this.summary = summary;
        this.shown = shown && files > 1;
    }

    /** Draws if the last time is long enough ago. */
    public void draw() {
        if (shown && System.nanoTime() - last >= BETWEEN_NANOS) {
            last = System.nanoTime();
            visible = true;
            err.print(ERASE + line());
            err.flush();
        }
    }

    /** Makes room for other output, if there is to be any. */
    public void clear() {
        if (visible) {
            visible = false;
            err.print(ERASE);
            err.flush();
        }
    }

    String line() {
        int done = summary.files();
        int filled = (int) ((long) WIDTH * done / files);
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d, %,d not accepted, %.0f files/s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                files,
                done - summary.accepted(),
                done / Math.max(0.001, summary.seconds()));
    }
}
