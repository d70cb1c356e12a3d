package dev.cxkit.examples.benchmarks;

import dev.cxkit.metrics.stats.ExactSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What speed alone does not show: how far a quantile is off, and whether a sum depends on how the data were split. */
final class Exactness {

    private static final int SPLITS = 50;
    private static final int PARTS = 16;

    private Exactness() {}

    static List<String> ofQuantiles(int rows) {
        DurationQuantiles durations = new DurationQuantiles();
        durations.rows = rows;
        durations.makeDurations();
        double[] exact = durations.arraysSort();
        List<String> lines = new ArrayList<>();
        lines.add("| quantiles of " + rows + " durations | error p50 | p90 | p99 | state, bytes |");
        lines.add("|---|---:|---:|---:|---:|");
        lines.add(errors("cx", exact, durations.cx(), durations.stateOfCx()));
        lines.add(errors("cxExact", exact, durations.cxExact(), 0));
        lines.add(errors("hdrHistogram", exact, durations.hdrHistogram(), durations.stateOfHdrHistogram()));
        lines.add(errors("tDigest", exact, durations.tDigest(), durations.stateOfTDigest()));
        lines.add(errors("kll", exact, durations.kll(), durations.stateOfKll()));
        return lines;
    }

    private static String errors(String name, double[] exact, double[] found, int bytes) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (int i = 0; i < exact.length; i++) {
            line.append(String.format(Locale.ROOT, " %+.2f %% |", 100 * (found[i] - exact[i]) / exact[i]));
        }
        return line.append(' ').append(bytes == 0 ? "" : bytes).append(" |").toString();
    }

    static List<String> ofSums(int rows) {
        DoubleSums sums = new DoubleSums();
        sums.rows = rows;
        sums.makeValues();
        Set<Double> cx = new HashSet<>();
        Set<Double> summary = new HashSet<>();
        Set<Double> naive = new HashSet<>();
        Random random = new Random(50);
        for (int split = 0; split < SPLITS; split++) {
            ExactSum exact = new ExactSum();
            DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
            double plus = 0;
            for (double[] part : split(sums.values(), random)) {
                exact.add(DoubleSums.cxSum(part));
                statistics.combine(DoubleSums.summary(part));
                plus += DoubleSums.naive(part);
            }
            cx.add(exact.doubleValue());
            summary.add(statistics.getSum());
            naive.add(plus);
        }
        return List.of(
                "| sum of " + rows + " doubles, " + SPLITS + " random splits into " + PARTS
                        + " parts | different sums |",
                "|---|---:|",
                "| cx | " + cx.size() + " |",
                "| doubleSummaryStatistics | " + summary.size() + " |",
                "| naiveLoop | " + naive.size() + " |");
    }

    /** Each value into one of the parts, by chance. */
    private static List<double[]> split(double[] values, Random random) {
        double[][] parts = new double[PARTS][values.length];
        int[] sizes = new int[PARTS];
        for (double value : values) {
            int part = random.nextInt(PARTS);
            parts[part][sizes[part]++] = value;
        }
        List<double[]> split = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            split.add(Arrays.copyOf(parts[i], sizes[i]));
        }
        return split;
    }
}
