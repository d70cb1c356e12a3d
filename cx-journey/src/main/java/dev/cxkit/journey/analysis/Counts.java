package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up rows of counts.
 *
 * @param what what is counted, with all that it depends on
 * @param width how many counts a row has
 */
record Counts(String what, int width) implements Metric<List<Long>, List<Long>> {

    /** Returns the row of these counts. */
    static List<Long> row(long... counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    @Override
    public String definition() {
        return what;
    }

    @Override
    public Accumulator<List<Long>, List<Long>> start() {
        return new Sums<List<Long>>(width, Counts::add).named(what).start();
    }

    private static void add(List<Long> row, long... sums) {
        Arrays.setAll(sums, i -> Math.addExact(sums[i], row.get(i)));
    }
}
