package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Cumulative actual and expected repeat orders over time: the figures of a {@index "tracking plot"}.
 *
 * <ul>
 *   <li>Actual: the repeat orders of all customers before each of several times. One at the time itself is in the next step: the day that
 *       begins when a week ends is no part of it.
 *   <li>Expected: what the model says of all who had ordered for the first time before then.
 * </ul>
 *
 * @param rows one for each time, in order
 */
public record Tracking(List<Row> rows) implements Result {

    /**
     * Actual and expected repeat orders before one time.
     *
     * @param time since the beginning of the observation
     * @param actual how many repeat orders there were before then
     * @param expected how many the model expected, of all who had ordered for the first time before then
     */
    public record Row(double time, long actual, double expected) implements Result {
        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("time", time)
                    .with("actual", actual)
                    .with("expected", expected)
                    .map();
        }
    }

    /**
     * The order times of a customer, in the unit of the model since a beginning that is the same for all.
     *
     * @param first the time of the first order, at least 0
     * @param repeats the times of the others, none before the first
     */
    public record History(double first, List<Double> repeats) implements Serializable {

        /** Refuses a time that is outside its range, with an {@link IllegalArgumentException}; copies the list. */
        public History {
            double start = Check.notNegative("first", first);
            repeats = List.copyOf(repeats);
            repeats.forEach(time -> {
                if (!(time >= start && time <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException("repeat at " + time + " is not after the first at " + start);
                }
            });
        }
    }

    /** Copies the list. */
    public Tracking {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the metric. Its memory is about 50 bytes for each distinct time of a first or another order.
     *
     * @param step from one row to the next, above 0
     * @param steps how many rows, at least 1
     */
    public static Metric<History, Tracking> metric(TransactionModel model, double step, int steps) {
        requireNonNull(model, "model");
        Check.positive("step", step);
        Check.atLeastOne("steps", steps);
        return Metric.<History, RecencyFrequencyPatterns, RecencyFrequencyPatterns, Tracking>both(
                times().on(history -> history.first),
                times().onEach(history -> history.repeats),
                (first, repeats) -> new Tracking(IntStream.rangeClosed(1, steps)
                        .mapToObj(i -> row(model, i * step, first, repeats))
                        .toList()));
    }

    private static Metric<Double, RecencyFrequencyPatterns> times() {
        return PatternState.metric(
                "times",
                (time, tally) -> tally.add(0, time + 0.0, 0, 1),
                (zero, time, none) -> Check.notNegative("time", time));
    }

    private static Row row(
            TransactionModel model, double time, RecencyFrequencyPatterns first, RecencyFrequencyPatterns repeats) {
        double expected = 0;
        for (int i = 0; i < first.size() && first.recency[i] < time; i++) {
            expected += first.counts[i] * model.expectedOrders(RecencyFrequency.NEW, time - first.recency[i]);
        }
        return new Row(time, repeats.where(i -> repeats.recency[i] < time).customers(), expected);
    }

    /** Returns the {@code rows}. */
    @Override
    public Map<String, Object> document() {
        return Document.start().with("rows", rows).map();
    }
}
