package dev.cxkit.journey.analysis;

import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateOutput;
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
        return new State(this);
    }

    private static final class State extends Accumulator<List<Long>, List<Long>> {

        private final long[] sums;

        State(Counts metric) {
            super(metric);
            this.sums = new long[metric.width];
        }

        @Override
        public void add(List<Long> row) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], row.get(i));
            }
        }

        @Override
        public List<Long> result() {
            return row(sums);
        }

        @Override
        protected void absorb(Accumulator<List<Long>, List<Long>> other) {
            add(row(((State) other).sums));
        }

        @Override
        protected void write(StateOutput out) {
            for (long sum : sums) {
                out.count(sum);
            }
        }

        @Override
        protected void read(StateInput in) {
            Arrays.setAll(sums, i -> in.count());
        }
    }
}
