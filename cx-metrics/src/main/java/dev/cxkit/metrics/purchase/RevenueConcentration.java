package dev.cxkit.metrics.purchase;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Revenue concentration"}: the share of revenue that the best customers bring, and the
 * {@index "Herfindahl index"}.
 *
 * <ul>
 *   <li>Counted: the revenue of each customer with a purchase, less refunds, up to the end of the log.
 *   <li>Top share: revenue of the customers who paid most, of the revenue of all.
 *   <li>Herfindahl index: the sum of the squared shares of the customers (Herfindahl, 1950); 1 if one pays all, 1/n if n pay the same.
 *   <li>Refunds that could not be taken off a purchase are in no revenue; {@link #unmatchedRefunds} has those of all these customers.
 *   <li>All are empty without revenue.
 * </ul>
 */
public final class RevenueConcentration implements Result {

    private static final long serialVersionUID = 1;

    /** The revenue of each customer, ascending. */
    private final long[] revenues;

    private final long revenue;

    private final long unmatchedRefunds;

    private RevenueConcentration(long unmatchedRefunds, long... ascending) {
        this.unmatchedRefunds = unmatchedRefunds;
        this.revenues = ascending;
        this.revenue = top(ascending.length);
    }

    /** Returns the metric. Memory: 8 bytes for each customer. */
    public static Metric<Purchases, RevenueConcentration> metric() {
        return new StateMetric<Purchases, State, RevenueConcentration>(
                "revenue concentration",
                State::new,
                state -> new RevenueConcentration(state.unmatchedRefunds, state.sorted()));
    }

    /** Returns the number of customers. */
    public long customers() {
        return revenues.length;
    }

    /** Returns the revenue of all customers, in the smallest unit of the currency. */
    public long revenue() {
        return revenue;
    }

    /** Returns the refunds of these customers that could not be taken off a purchase, in the smallest unit of the currency. */
    public long unmatchedRefunds() {
        return unmatchedRefunds;
    }

    private long top(int customers) {
        long sum = 0;
        for (int i = revenues.length - customers; i < revenues.length; i++) {
            sum = Math.addExact(sum, revenues[i]);
        }
        return sum;
    }

    /**
     * Returns the share of the revenue that comes from this number of customers who paid most, 0..1; empty without revenue.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public OptionalDouble topShare(int customers) {
        Require.atLeast("customers", customers, 1);
        return revenue == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) top(Math.min(customers, revenues.length)) / revenue);
    }

    /**
     * Returns the share of the revenue that comes from this share of the customers, those who paid most, rounded up to a whole customer;
     * empty without revenue.
     *
     * @throws IllegalArgumentException if the share is not above 0 and at most 1
     */
    public OptionalDouble topShareOf(double share) {
        Require.that(share > 0 && share <= 1, () -> "share " + share + " is not above 0 and at most 1");
        // 0.07 of 100 is a little more than 7 in binary numbers, and is 7.
        return revenue == 0 ? OptionalDouble.empty() : topShare((int) Math.ceil(share * revenues.length - 1e-9));
    }

    /** Returns the Herfindahl index, 1/n..1; empty without revenue. */
    public OptionalDouble herfindahl() {
        if (revenue == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (long each : revenues) {
            double share = (double) each / revenue;
            sum += share * share;
        }
        return OptionalDouble.of(sum);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevenueConcentration that
                && unmatchedRefunds == that.unmatchedRefunds
                && Arrays.equals(revenues, that.revenues);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(revenues);
    }

    @Override
    public String toString() {
        return "RevenueConcentration[customers=" + revenues.length + ", revenue=" + revenue + ", unmatchedRefunds="
                + unmatchedRefunds + "]";
    }

    private static final class State implements StateMetric.State<Purchases, State> {

        private long[] revenues = new long[16];
        private int size;
        private long unmatchedRefunds;

        @Override
        public void add(Purchases purchases) {
            if (purchases.size() > 0) {
                unmatchedRefunds = Math.addExact(unmatchedRefunds, purchases.unmatchedRefunds());
                add(purchases.revenue());
            }
        }

        private void add(long revenue) {
            if (size == revenues.length) {
                revenues = Arrays.copyOf(revenues, 2 * size);
            }
            revenues[size++] = revenue;
        }

        private long[] sorted() {
            long[] sorted = Arrays.copyOf(revenues, size);
            Arrays.sort(sorted);
            return sorted;
        }

        @Override
        public void merge(State other) {
            unmatchedRefunds = Math.addExact(unmatchedRefunds, other.unmatchedRefunds);
            for (int i = 0; i < other.size; i++) {
                add(other.revenues[i]);
            }
        }

        @Override
        public void write(StateOutput out) {
            out.count(unmatchedRefunds);
            out.count(size);
            long before = 0;
            for (long each : sorted()) {
                out.count(each - before);
                before = each;
            }
        }

        @Override
        public void read(StateInput in) {
            unmatchedRefunds = in.count();
            int count = in.size(1);
            long before = 0;
            long sum = 0;
            for (int i = 0; i < count; i++) {
                before = Math.addExact(before, in.count());
                sum = Math.addExact(sum, before);
                add(before);
            }
        }
    }

    /** Returns the counts, the share of revenue from the {@code topTenth} and {@code topFifth} of customers, and {@code herfindahl}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("customers", customers())
                .with("revenue", revenue)
                .with("unmatchedRefunds", unmatchedRefunds)
                .with("topTenth", topShareOf(0.1))
                .with("topFifth", topShareOf(0.2))
                .with("herfindahl", herfindahl())
                .map();
    }
}
