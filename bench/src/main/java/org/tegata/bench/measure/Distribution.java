package org.tegata.bench.measure;

import java.util.Arrays;

/** Values in order. */
public final class Distribution {
    private final double[] sorted;

    public Distribution(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Nine tenths of the values are not below it. */
    public double p10() {
        return sorted[(int) Math.round(0.1 * (sorted.length - 1))];
    }

    /** Nine tenths of the values are not above it. */
    public double p90() {
        return sorted[(int) Math.round(0.9 * (sorted.length - 1))];
    }

    public double best() {
        return sorted[0];
    }
}
