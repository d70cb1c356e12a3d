package dev.cxkit.metrics;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Exact sums of several counts or amounts of at least 0, in one pass. {@index sum}
 *
 * <ul>
 *   <li>An observation may raise any number of the sums, each by any amount.
 *   <li>A sum beyond a {@code long} fails with an {@link ArithmeticException}, and nothing of the observation is added.
 *   <li>Without observations all sums are 0.
 *   <li>Where an observation raises one count by 1, {@link Counting} is faster.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.Metric;
 * import dev.cxkit.metrics.Sums;
 * import java.util.List;
 *
 * record Order(int items, long cents) {}
 * List<Order> orders = List.of(new Order(2, 3000), new Order(1, 1500));
 * Metric<Order, List<Long>> sums = Sums.metric("orders, items, cents", 3, (order, counts) -> {
 *     counts[0] = 1;
 *     counts[1] = order.items();
 *     counts[2] = order.cents();
 * });
 * System.out.println(sums.over(orders));
 * System.out.println(sums.then(totals -> totals.get(2) / totals.get(1) + " cents an item").over(orders));
 * // -> [2, 3, 4500]
 * // -> 1500 cents an item
 * }</pre>
 */
public final class Sums {

    private Sums() {}

    /** Writes what an observation has into a row of counts. */
    @FunctionalInterface
    public interface Adding<T> extends Serializable {

        /** Adds to the counts, which are all 0 and as many as the metric has; none may be left below 0. */
        void add(T observation, long[] counts);
    }

    /**
     * Returns the metric of the sums.
     *
     * @param definition what is added up, as {@link Metric#definition()}
     * @param width how many sums there are, at least 1
     * @param adding writes what an observation has into a row of zeros
     * @throws IllegalArgumentException if the width is below 1
     */
    public static <T> Metric<T, List<Long>> metric(String definition, int width, Adding<? super T> adding) {
        return metric(
                definition, width, adding, sums -> Arrays.stream(sums).boxed().toList());
    }

    /**
     * Returns the metric of an answer that is made from the sums.
     *
     * @param definition what is added up, as {@link Metric#definition()}
     * @param width how many sums there are, at least 1
     * @param adding writes what an observation has into a row of zeros
     * @param finish makes the answer from the sums, which are a copy
     * @throws IllegalArgumentException if the width is below 1
     */
    public static <T, R> Metric<T, R> metric(
            String definition, int width, Adding<? super T> adding, Fn<long[], ? extends R> finish) {
        requireNonNull(adding, "adding");
        requireNonNull(finish, "finish");
        Require.that(width >= 1, () -> "width " + width + " is below 1 count");
        return new StateMetric<T, Row<T>, R>(
                definition, () -> new Row<>(width, adding, finish), row -> finish.apply(row.sums.clone()));
    }

    private static final class Row<T> implements StateMetric.State<T, Row<T>>, StateMetric.Checked<T> {

        private final Adding<? super T> adding;
        private final Fn<long[], ?> finish;
        private long[] sums;

        /** What comes on top, and then the sums: so that all of it is added or nothing. */
        private long[] more;

        Row(int width, Adding<? super T> adding, Fn<long[], ?> finish) {
            this.adding = adding;
            this.finish = finish;
            this.more = new long[width];
            this.sums = new long[width];
        }

        @Override
        public void add(T observation) {
            check(observation);
            swap();
        }

        @Override
        public void check(T observation) {
            Arrays.fill(more, 0);
            adding.add(observation, more);
            raise();
        }

        @Override
        public void merge(Row<T> other) {
            Require.that(
                    other.sums.length == sums.length,
                    () -> "cannot merge " + other.sums.length + " sums into " + sums.length + " of one definition");
            System.arraycopy(other.sums, 0, more, 0, more.length);
            raise();
            swap();
        }

        private void raise() {
            for (int i = 0; i < more.length; i++) {
                more[i] = Math.addExact(more[i], sums[i]);
            }
        }

        private void swap() {
            long[] raised = more;
            more = sums;
            sums = raised;
        }

        @Override
        public void write(StateOutput out) {
            for (long sum : sums) {
                out.count(sum);
            }
        }

        @Override
        public void read(StateInput in) {
            Arrays.setAll(sums, i -> in.count());
            // What has no answer is no state.
            requireNonNull(finish.apply(sums.clone()), "answer");
        }
    }
}
