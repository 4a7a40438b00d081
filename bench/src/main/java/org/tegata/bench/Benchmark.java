package org.tegata.bench;

/** One of the benchmarks that {@code bench/run NAME} runs. */
public interface Benchmark {

    /** The NAME. */
    String name();

    /** What is measured against what, in one line. */
    String what();

    /**
     * Measures, and notes its figures; the main one by {@link Figures#ratio}.
     *
     * @param quick less than 90 seconds, for a look; otherwise less than 8 minutes
     */
    void run(Figures figures, boolean quick) throws Exception;
}
