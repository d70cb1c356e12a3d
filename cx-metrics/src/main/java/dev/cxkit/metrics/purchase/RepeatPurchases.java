package dev.cxkit.metrics.purchase;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateInput;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.StateOutput;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.LongMoments;
import dev.cxkit.metrics.stats.Moments;
import dev.cxkit.metrics.stats.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@index "Repeat purchase rate"}, order ladder, purchase frequency and {@index "average order value"} of customers.
 *
 * <ul>
 *   <li>Counted: customers with at least one purchase in the log; orders that form one purchase count once.
 *   <li>Repeat purchase rate: customers with at least two purchases, of those with at least one.
 *   <li>Repeat order share: purchases that are not a customer's first, of all purchases.
 *   <li>Purchase frequency: purchases of a customer. Average order value: amount of a purchase, less its refunds.
 *   <li>Excluded: customers known by refunds only.
 *   <li>Young customers have had less time to buy again; {@link SecondPurchase} is a rate that does not depend on that.
 *   <li>Rates are empty without customers, estimates below two customers or purchases.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.RepeatPurchases;
 * import java.time.Instant;
 * import java.time.ZoneOffset;
 * import java.util.ArrayList;
 * import java.util.Currency;
 * import java.util.List;
 *
 * List<Order> orders = new ArrayList<>();
 * for (String sale : List.of("ann 2026-01-05", "ben 2026-01-09", "ann 2026-02-11", "cem 2026-02-20", "cem 2026-03-02")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of(sale), CustomerId.of(words[0]), at, Money.of("25.00", "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * RepeatPurchases repeat = log.metric(RepeatPurchases.metric()).over(orders);
 * System.out.println(repeat.repeatPurchaseRate().count() + " of " + repeat.repeatPurchaseRate().total());
 * System.out.println(repeat.repeatPurchaseRate().estimate().orElseThrow().text(2));
 * // -> 2 of 3
 * // -> 0.67 (0.21 to 0.94 at 95 %, n 3)
 * }</pre>
 *
 * @param withExactly the number of customers with exactly this many purchases, from 0 on; those with 0 are known by refunds only
 * @param orders the number of orders that the purchases are made of
 * @param unmatchedRefunds the amount of refunds that could not be taken off a purchase, in the smallest unit of the currency
 * @param amounts of the purchases, in the smallest unit of the currency
 */
public record RepeatPurchases(List<Long> withExactly, long orders, long unmatchedRefunds, Moments amounts)
        implements Result {

    /** Copies the list. */
    public RepeatPurchases {
        withExactly = List.copyOf(withExactly);
    }

    /** Returns the metric. Memory: 8 bytes for each purchase of the customer with most purchases. */
    public static Metric<Purchases, RepeatPurchases> metric() {
        return new StateMetric<>("repeat purchases", State::new, State::result);
    }

    /** Returns the number of customers with at least this many purchases. */
    public long atLeast(int purchases) {
        return withExactly.stream().skip(purchases).mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /** Returns the number of customers with a purchase. */
    public long customers() {
        return atLeast(1);
    }

    /** Returns the number of purchases. */
    public long purchases() {
        return amounts.n();
    }

    /** Returns the repeat purchase rate: of customers with a purchase, the share with at least two. */
    public Proportion repeatPurchaseRate() {
        return Proportion.of(atLeast(2), customers());
    }

    /** Returns the repeat order share: of all purchases, the share that is not the first of a customer. */
    public Proportion repeatOrderShare() {
        return Proportion.of(purchases() - customers(), purchases());
    }

    /** Returns the order ladder: of customers with at least one purchase, two purchases and so on, the share with one more. */
    public List<Proportion> ladder() {
        List<Proportion> ladder = new ArrayList<>();
        long reached = customers();
        for (int i = 1; i < withExactly.size(); i++) {
            long next = reached - withExactly.get(i);
            ladder.add(Proportion.of(next, reached));
            reached = next;
        }
        return ladder;
    }

    /** Returns the purchase frequency: the mean number of purchases of a customer; empty below two customers. */
    public Optional<Estimate> frequency() {
        LongMoments moments = new LongMoments();
        for (int i = 1; i < withExactly.size(); i++) {
            moments.add(i, withExactly.get(i));
        }
        return moments.result().estimate();
    }

    /** Returns the average order value in the smallest unit of the currency; empty below two purchases. */
    public Optional<Estimate> averageOrderValue() {
        return amounts.estimate();
    }

    private static final class State implements StateMetric.State<Purchases, State> {

        private long[] withExactly = {0};
        private long orders;
        private long unmatchedRefunds;
        private LongMoments amounts = new LongMoments();

        @Override
        public void add(Purchases purchases) {
            count(purchases.size(), 1);
            orders = Math.addExact(orders, purchases.orders());
            unmatchedRefunds = Math.addExact(unmatchedRefunds, purchases.unmatchedRefunds());
            for (int i = 0; i < purchases.size(); i++) {
                amounts.add(purchases.amount(i));
            }
        }

        private void count(int purchases, long customers) {
            if (purchases >= withExactly.length) {
                withExactly = Arrays.copyOf(withExactly, purchases + 1);
            }
            withExactly[purchases] = Math.addExact(withExactly[purchases], customers);
        }

        RepeatPurchases result() {
            return new RepeatPurchases(
                    Arrays.stream(withExactly).boxed().toList(), orders, unmatchedRefunds, amounts.result());
        }

        @Override
        public void merge(State that) {
            for (int i = that.withExactly.length - 1; i >= 0; i--) {
                count(i, that.withExactly[i]);
            }
            orders = Math.addExact(orders, that.orders);
            unmatchedRefunds = Math.addExact(unmatchedRefunds, that.unmatchedRefunds);
            amounts.add(that.amounts);
        }

        @Override
        public void write(StateOutput out) {
            out.counts(withExactly);
            out.count(orders);
            out.count(unmatchedRefunds);
            out.counts(amounts.state());
        }

        @Override
        public void read(StateInput in) {
            withExactly = in.counts(Integer.MAX_VALUE);
            int last = withExactly.length - 1;
            in.check(last >= 0 && (last == 0 || withExactly[last] > 0), "the most purchases are of nobody");
            long purchases = 0;
            long customers = 0;
            for (int i = 0; i <= last; i++) {
                purchases = Math.addExact(purchases, Math.multiplyExact(i, withExactly[i]));
                customers = Math.addExact(customers, withExactly[i]);
            }
            orders = in.count();
            unmatchedRefunds = in.count();
            amounts = LongMoments.ofState(in.counts(6));
            in.check(purchases == amounts.result().n(), "the purchases are not those of the customers");
        }
    }

    /**
     * Returns the repeat purchase rate, the counts, {@code repeatOrderShare}, {@code frequency}, {@code averageOrderValue}, the customers
     * {@code withExactly} so many purchases and the {@code ladder}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.of(repeatPurchaseRate().estimate())
                .with("customers", customers())
                .with("purchases", purchases())
                .with("orders", orders)
                .with("unmatchedRefunds", unmatchedRefunds)
                .with("repeatOrderShare", repeatOrderShare().estimate())
                .with("frequency", frequency())
                .with("averageOrderValue", averageOrderValue())
                .with("withExactly", withExactly)
                .with("ladder", ladder())
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
