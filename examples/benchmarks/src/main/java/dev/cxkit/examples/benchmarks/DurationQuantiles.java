package dev.cxkit.examples.benchmarks;

import com.tdunning.math.stats.TDigest;
import dev.cxkit.metrics.quantiles.LogLinearHistogram;
import dev.cxkit.metrics.quantiles.QuantileType;
import dev.cxkit.metrics.quantiles.Quantiles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.HdrHistogram.Histogram;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Median, 90 % and 99 % quantile of durations in milliseconds. */
@State(Scope.Benchmark)
public class DurationQuantiles {

    private static final double[] SHARES = {0.5, 0.9, 0.99};
    private static final long LONGEST = TimeUnit.DAYS.toMillis(365);
    private static final long SEED = 13;

    /** How many durations. */
    @Param("10000000")
    public int rows;

    private long[] durations = {};

    /** Makes durations with a median of 7 minutes and a long tail. */
    @Setup
    public void makeDurations() {
        Random random = new Random(SEED);
        durations = new long[rows];
        Arrays.setAll(durations, i -> Math.min(LONGEST, Math.round(Math.exp(13 + 1.5 * random.nextGaussian()))));
    }

    /** The histogram of the library, one value at a time. */
    @Benchmark
    public double[] cx() {
        LogLinearHistogram histogram = cxHistogram();
        return quantiles(p -> histogram.quantile(p, QuantileType.TYPE_1).orElseThrow());
    }

    /** The histogram of the library, from an array. */
    @Benchmark
    public double[] cxArray() {
        LogLinearHistogram histogram = new LogLinearHistogram();
        histogram.add(durations, 0, durations.length);
        return quantiles(p -> histogram.quantile(p, QuantileType.TYPE_1).orElseThrow());
    }

    /** HdrHistogram with 2 digits. */
    @Benchmark
    public double[] hdrHistogram() {
        Histogram histogram = filledHdrHistogram();
        return quantiles(p -> (double) histogram.getValueAtPercentile(100 * p));
    }

    /** A t-digest with the compression that its authors propose. */
    @Benchmark
    public double[] tDigest() {
        TDigest digest = filledTDigest();
        return quantiles(digest::quantile);
    }

    /** The KLL sketch of DataSketches with its default size. */
    @Benchmark
    public double[] kll() {
        KllDoublesSketch sketch = filledKll();
        return quantiles(sketch::getQuantile);
    }

    /** Exact quantiles by the library. */
    @Benchmark
    public double[] cxExact() {
        return Quantiles.exact(durations, QuantileType.TYPE_1, SHARES);
    }

    /** Exact quantiles from a sorted copy. */
    @Benchmark
    public double[] arraysSort() {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        return quantiles(p -> (double) sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)]);
    }

    LogLinearHistogram cxHistogram() {
        LogLinearHistogram histogram = new LogLinearHistogram();
        for (long duration : durations) {
            histogram.add(duration);
        }
        return histogram;
    }

    Histogram filledHdrHistogram() {
        Histogram histogram = new Histogram(LONGEST, 2);
        for (long duration : durations) {
            histogram.recordValue(duration);
        }
        return histogram;
    }

    TDigest filledTDigest() {
        TDigest digest = TDigest.createMergingDigest(100);
        for (long duration : durations) {
            digest.add((double) duration);
        }
        return digest;
    }

    KllDoublesSketch filledKll() {
        KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance();
        for (long duration : durations) {
            sketch.update((double) duration);
        }
        return sketch;
    }

    /** The state in numbers of 7 bits a byte, as an accumulator writes it. */
    int stateOfCx() {
        return Arrays.stream(cxHistogram().state())
                .mapToInt(number -> Math.max(1, (70 - Long.numberOfLeadingZeros(number)) / 7))
                .sum();
    }

    int stateOfHdrHistogram() {
        Histogram histogram = filledHdrHistogram();
        return histogram.encodeIntoByteBuffer(ByteBuffer.allocate(histogram.getNeededByteBufferCapacity()));
    }

    int stateOfTDigest() {
        return filledTDigest().smallByteSize();
    }

    int stateOfKll() {
        return filledKll().getSerializedSizeBytes();
    }

    private static double[] quantiles(DoubleUnaryOperator quantile) {
        return Arrays.stream(SHARES).map(quantile).toArray();
    }
}
