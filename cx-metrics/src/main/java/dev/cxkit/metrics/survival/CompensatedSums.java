package dev.cxkit.metrics.survival;

import java.util.Arrays;

/** Sums in about twice the precision of a double: what each addition rounds off is kept and added up apart (Knuth's two-sum). */
class CompensatedSums {

    private final double[] sums;
    private final double[] rounded;

    CompensatedSums(int size) {
        sums = new double[size];
        rounded = new double[size];
    }

    final void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(rounded, 0);
    }

    final void add(int i, double value) {
        double before = sums[i];
        double sum = before + value;
        double taken = sum - before;
        sums[i] = sum;
        rounded[i] += (before - (sum - taken)) + (value - taken);
    }

    final double get(int i) {
        return sums[i] + rounded[i];
    }
}
