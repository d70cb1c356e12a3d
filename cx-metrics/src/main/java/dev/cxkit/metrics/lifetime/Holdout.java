package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@index "Holdout validation"} of a transaction model: actual and expected orders in a period that the fit has not seen.
 *
 * <ul>
 *   <li>Counted: the orders of each customer in the same span of time after the calibration period.
 *   <li>The errors are empty without customers, the bias without orders.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.metrics.lifetime.BgNbd;
 * import dev.cxkit.metrics.lifetime.Holdout;
 * import dev.cxkit.metrics.lifetime.RecencyFrequency;
 * import java.util.List;
 * import java.util.Locale;
 *
 * var model = BgNbd.of(0.243, 4.414, 0.793, 2.426); // weeks
 * var outcomes = List.of(
 *         new Holdout.Outcome(new RecencyFrequency(2, 30.43, 38.86), 1),
 *         new Holdout.Outcome(new RecencyFrequency(0, 0, 38.86), 0),
 *         new Holdout.Outcome(new RecencyFrequency(5, 36.71, 38.71), 4));
 * Holdout holdout = Holdout.metric(model, 39).over(outcomes);
 * System.out.printf(Locale.ROOT, "actual %d, expected %.2f%n", holdout.actual(), holdout.expected());
 * System.out.printf(Locale.ROOT, "mean absolute error %.2f%n", holdout.meanAbsoluteError().getAsDouble());
 * // -> actual 5, expected 4.72
 * // -> mean absolute error 0.37
 * }</pre>
 *
 * @param customers the number of customers
 * @param actual how many orders they made
 * @param expected how many the model expected
 * @param absoluteErrors the sum over the customers of the difference, whatever its sign
 * @param squaredErrors the sum over the customers of its square
 * @param byFrequency the customers by the frequency that the model had seen of them, in order, the last with those of {@value #MANY} and
 *     more
 */
public record Holdout(
        long customers,
        long actual,
        double expected,
        double absoluteErrors,
        double squaredErrors,
        List<Bin> byFrequency)
        implements Result {

    /** Customers of this frequency and more are shown together. */
    public static final int MANY = 7;

    /**
     * A customer of the calibration period with the orders of the holdout period.
     *
     * @param customer as the model saw the customer
     * @param orders how many orders came in the holdout period, at least 0
     */
    public record Outcome(RecencyFrequency customer, long orders) implements Serializable {

        /** Refuses fewer than 0 orders, with an {@link IllegalArgumentException}. */
        public Outcome {
            requireNonNull(customer, "customer");
            Check.count("orders", orders);
        }
    }

    /**
     * Customers of the same frequency.
     *
     * @param frequency how many repeats the model had seen of each; {@link #MANY} stands for so many and more
     * @param customers how many there are, above 0
     * @param actual how many orders they made in the holdout period
     * @param expected how many the model expected
     */
    public record Bin(long frequency, long customers, long actual, double expected) implements Result {
        /** Returns the components. */
        @Override
        public Map<String, Object> document() {
            return Document.start()
                    .with("frequency", frequency)
                    .with("customers", customers)
                    .with("actual", actual)
                    .with("expected", expected)
                    .map();
        }
    }

    /** Copies the list. */
    public Holdout {
        byFrequency = List.copyOf(byFrequency);
    }

    /**
     * Returns the metric. Its memory is about 50 bytes for each distinct pattern and number of orders, of which there may be 10,000.
     *
     * @param model fitted to the customers as they were at the end of the calibration period
     * @param span the length of the holdout period, above 0, the same for all
     */
    public static Metric<Outcome, Holdout> metric(TransactionModel model, double span) {
        requireNonNull(model, "model");
        Check.positive("span", span);
        return RecencyFrequencyPatterns.metric()
                .on(Outcome::customer)
                .by(Outcome::orders)
                .then(byOrders -> of(byOrders, model, span));
    }

    private static Holdout of(Segments<Long, RecencyFrequencyPatterns> byOrders, TransactionModel model, double span) {
        TreeMap<Long, Bin> bins = new TreeMap<>();
        double[] errors = new double[2];
        byOrders.each().forEach((orders, patterns) -> {
            for (int i = 0; i < patterns.size(); i++) {
                long times = patterns.counts[i];
                double expected = model.expectedOrders(patterns.recencyFrequency(i), span);
                errors[0] += times * Math.abs(expected - orders);
                errors[1] += times * (expected - orders) * (expected - orders);
                Bin bin = new Bin(Math.min(MANY, patterns.frequency[i]), times, times * orders, times * expected);
                bins.merge(
                        bin.frequency,
                        bin,
                        (a, b) -> new Bin(
                                a.frequency, a.customers + b.customers, a.actual + b.actual, a.expected + b.expected));
            }
        });
        return new Holdout(
                bins.values().stream().mapToLong(Bin::customers).reduce(0, Math::addExact),
                bins.values().stream().mapToLong(Bin::actual).reduce(0, Math::addExact),
                bins.values().stream().mapToDouble(Bin::expected).sum(),
                errors[0],
                errors[1],
                List.copyOf(bins.values()));
    }

    /** Returns the mean absolute error of a customer, in orders; empty without customers. */
    public OptionalDouble meanAbsoluteError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(absoluteErrors / customers);
    }

    /** Returns the root of the mean squared error of a customer, in orders; empty without customers. */
    public OptionalDouble rootMeanSquaredError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredErrors / customers));
    }

    /**
     * Returns the relative bias of the total: expected less actual orders, as a share of the actual ones, below 0 for too few. Empty
     * without orders.
     */
    public OptionalDouble bias() {
        return actual == 0 ? OptionalDouble.empty() : OptionalDouble.of((expected - actual) / actual);
    }

    /** Returns the counts, {@code meanAbsoluteError}, {@code rootMeanSquaredError}, {@code bias} and the bins {@code byFrequency}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("customers", customers)
                .with("actual", actual)
                .with("expected", expected)
                .with("meanAbsoluteError", meanAbsoluteError())
                .with("rootMeanSquaredError", rootMeanSquaredError())
                .with("bias", bias())
                .with("byFrequency", byFrequency)
                .map();
    }
}
