package dev.cxkit.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Segments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a model expected of customers beside what they did, in a time that it had not seen.
 *
 * @param customers how many there are
 * @param actual how many orders they made
 * @param expected how many the model expected
 * @param absoluteErrors the sum over the customers of the difference, whatever its sign
 * @param squaredErrors the sum over the customers of its square
 * @param byFrequency the customers by how many repeats the model had seen of them, in order, the last with those of so many and more
 */
public record Holdout(
        long customers,
        long actual,
        double expected,
        double absoluteErrors,
        double squaredErrors,
        List<Bin> byFrequency) {

    /** Customers of so many repeats and more are shown together. */
    public static final int MANY = 7;

    /**
     * What a customer did.
     *
     * @param customer as the model saw the customer
     * @param orders how many orders came in the time after, at least 0
     */
    public record Outcome(RecencyFrequency customer, long orders) {

        /**
         * Checks the components.
         *
         * @throws IllegalArgumentException if there are fewer than 0 orders
         */
        public Outcome {
            requireNonNull(customer, "customer");
            ModelChecks.count("orders", orders);
        }
    }

    /**
     * Customers with the same number of repeats.
     *
     * @param frequency how many repeats the model had seen of each; {@link #MANY} stands for so many and more
     * @param customers how many there are, above 0
     * @param actual how many orders they made after that
     * @param expected how many the model expected
     */
    public record Bin(long frequency, long customers, long actual, double expected) {}

    /** Copies the list. */
    public Holdout {
        byFrequency = List.copyOf(byFrequency);
    }

    /**
     * Returns the metric. Its memory is about 50 bytes for each distinct pattern and number of orders, of which there may be 10,000.
     *
     * @param model fitted to the customers as they were at the beginning
     * @param span the length of the time after that, above 0, the same for all
     */
    public static Metric<Outcome, Holdout> metric(TransactionModel model, double span) {
        requireNonNull(model, "model");
        ModelChecks.positive("span", span);
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
                bins.values().stream().mapToLong(Bin::customers).sum(),
                bins.values().stream().mapToLong(Bin::actual).sum(),
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

    /** Returns by which share of the actual orders too many were expected in total, below 0 for too few; empty without orders. */
    public OptionalDouble bias() {
        return actual == 0 ? OptionalDouble.empty() : OptionalDouble.of((expected - actual) / actual);
    }
}
