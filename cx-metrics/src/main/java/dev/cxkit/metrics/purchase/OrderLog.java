package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.lifetime.TransactionModel;
import dev.cxkit.metrics.numeric.Check;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * How the orders of customers are read as {@link Purchases}: their currency, which of them are one purchase, and the end of observation.
 * A metric of purchases becomes a metric of orders by {@link #metric}.
 *
 * <ul>
 *   <li>Counted: orders before {@code to}; what comes later is kept in the state, and not seen.
 *   <li>Refunds are taken off the purchase that their order is part of, down to 0; an order that is refunded as a whole stays a purchase.
 *   <li>What is refunded beyond that, or by a row of its own in a tick without an order, is an {@linkplain Purchases#unmatchedRefunds()
 *       unmatched refund}.
 *   <li>Refused by name: an order in another currency, or outside the years 1 to 9999.
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
 * for (String sale : List.of("ann 2026-01-05", "ann 2026-01-05", "ben 2026-01-09", "ann 2026-02-11")) {
 *     String[] words = sale.split(" ", -1);
 *     Instant at = Instant.parse(words[1] + "T10:00:00Z");
 *     orders.add(Order.of(OrderId.of("o" + orders.size()), CustomerId.of(words[0]), at, Money.of("25.00", "EUR")));
 * }
 * OrderLog log = OrderLog.of(Currency.getInstance("EUR"), ZoneOffset.UTC, Instant.parse("2026-04-01T00:00:00Z"));
 * RepeatPurchases repeat = log.metric(RepeatPurchases.metric()).over(orders);
 * System.out.println(repeat.orders() + " orders, " + repeat.purchases() + " purchases, " + repeat.customers() + " customers");
 * // -> 4 orders, 3 purchases, 2 customers
 * }</pre>
 *
 * @param currency the currency of all orders
 * @param purchaseRule which orders are one purchase
 * @param to up to when orders are seen, exclusive; cut to the second. A day that it cuts counts as seen
 */
public record OrderLog(Currency currency, PurchaseRule purchaseRule, Instant to) implements Serializable {

    /**
     * Cuts the end to the second.
     *
     * @throws IllegalArgumentException if {@code to} is outside the years 1 to 9999
     */
    public OrderLog {
        requireNonNull(currency, "currency");
        requireNonNull(purchaseRule, "purchaseRule");
        to = requireNonNull(to, "to").truncatedTo(ChronoUnit.SECONDS);
        if (!isInRange(to.getEpochSecond())) {
            throw new IllegalArgumentException("to " + to + " is outside the years 1..9999");
        }
    }

    /** Returns the log in which the orders of one day in the zone are one purchase. */
    public static OrderLog of(Currency currency, ZoneId zone, Instant to) {
        return new OrderLog(currency, PurchaseRule.perDay(zone), to);
    }

    /** Returns whether an order of this time can be in a log: in the years 1 to 9999. */
    public static boolean isInRange(long epochSecond) {
        return epochSecond >= Cadence.EARLIEST && epochSecond <= Cadence.LATEST;
    }

    /** Returns the same log with another rule of which orders are one purchase. */
    public OrderLog purchaseRule(PurchaseRule rule) {
        return new OrderLog(currency, rule, to);
    }

    /** Returns the same log with another end. */
    public OrderLog to(Instant end) {
        return new OrderLog(currency, purchaseRule, end);
    }

    /**
     * Returns the metric of orders that asks a metric of the purchases made from them. The state is the orders, whatever is asked and up to
     * when, so states of different questions in one currency merge. Memory: 16 bytes for each order and about 200 for each customer.
     */
    public <R> Metric<Order, R> metric(Metric<Purchases, R> purchases) {
        requireNonNull(purchases, "purchases");
        return new StateMetric<>(
                Definition.of("orders", currency.getCurrencyCode()),
                () -> new OrdersByCustomer(this),
                orders -> orders.result(purchases));
    }

    /**
     * Returns the metric of the {@link Holdout} of a model: the purchases between the end of its calibration period and that of this log,
     * of those who had bought by the end of calibration, against what the model expected of them.
     *
     * @param model fitted to the purchases before {@code calibrationEnd}
     * @param calibrationEnd the end of the calibration period, before that of the log
     * @param ticksPerUnit how many ticks the unit of the model has, above 0: 7 for weeks where ticks are days
     * @throws IllegalArgumentException if no tick of the log is after the calibration period
     */
    public Metric<Purchases, Holdout> holdout(TransactionModel model, Instant calibrationEnd, double ticksPerUnit) {
        Check.positive("ticksPerUnit", ticksPerUnit);
        double span = (purchaseRule.lastTick(to) - purchaseRule.lastTick(calibrationEnd)) / ticksPerUnit;
        return Holdout.metric(model, span)
                .<Purchases>onEach(purchases ->
                        purchases.outcome(calibrationEnd, ticksPerUnit).stream().toList())
                .named(Definition.of("holdout", purchaseRule.toString(), to, calibrationEnd, ticksPerUnit));
    }

    /**
     * Returns the metric of the {@link Tracking} of a model from a beginning to the end of this log: a row for each step that the log has
     * seen in full, at least one.
     *
     * @param model the model
     * @param from the beginning, at or before the first purchase of all
     * @param ticksPerUnit how many ticks the unit of the model has, above 0
     * @param step from one row to the next in units of the model, above 0
     */
    public Metric<Purchases, Tracking> tracking(
            TransactionModel model, Instant from, double ticksPerUnit, double step) {
        Check.positive("ticksPerUnit", ticksPerUnit);
        long seen = purchaseRule.endTick(to) - purchaseRule.tick(from.getEpochSecond());
        int steps =
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, seen / (ticksPerUnit * Check.positive("step", step))));
        return Tracking.metric(model, step, steps)
                .<Purchases>onEach(purchases ->
                        purchases.history(from, ticksPerUnit).stream().toList())
                .named(Definition.of("tracking", purchaseRule.toString(), to, from, ticksPerUnit));
    }

    /**
     * Returns the purchases of one customer.
     *
     * @throws IllegalArgumentException if an order is in another currency, of another customer, or outside the years 1 to 9999
     */
    public Purchases purchases(CustomerId customer, Iterable<Order> orders) {
        OrderRows rows = new OrderRows();
        for (Order order : orders) {
            if (!order.customer().equals(customer)) {
                throw new IllegalArgumentException("order " + order.id() + " is of another customer");
            }
            rows.add(this, order);
        }
        return rows.purchases(this, customer);
    }
}
