package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.stats.ExactSum;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sums of doubles. */
@State(Scope.Benchmark)
public class DoubleSums {

    private static final long SEED = 17;

    /** How many values. */
    @Param("10000000")
    public int rows;

    private double[] values = {};

    /** Makes amounts of all sizes and both signs. */
    @Setup
    public void makeValues() {
        Random random = new Random(SEED);
        values = new double[rows];
        Arrays.setAll(values, i -> random.nextGaussian() * Math.exp(3 * random.nextGaussian()));
    }

    /** The library, one value at a time. */
    @Benchmark
    public double cx() {
        return cxSum(values).doubleValue();
    }

    /** The library, from an array. */
    @Benchmark
    public double cxArray() {
        ExactSum sum = new ExactSum();
        sum.add(values, 0, values.length);
        return sum.doubleValue();
    }

    /** The summary of the JDK, which compensates for some of the rounding. */
    @Benchmark
    public double doubleSummaryStatistics() {
        return summary(values).getSum();
    }

    /** Plus. */
    @Benchmark
    public double naiveLoop() {
        return naive(values);
    }

    double[] values() {
        return values;
    }

    static ExactSum cxSum(double... values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum;
    }

    static DoubleSummaryStatistics summary(double... values) {
        DoubleSummaryStatistics summary = new DoubleSummaryStatistics();
        for (double value : values) {
            summary.accept(value);
        }
        return summary;
    }

    static double naive(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
