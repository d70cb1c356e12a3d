package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.StateMetric;
import dev.cxkit.metrics.lifetime.Fit;
import dev.cxkit.metrics.lifetime.Holdout;
import dev.cxkit.metrics.lifetime.RecencyFrequency;
import dev.cxkit.metrics.lifetime.Tracking;
import dev.cxkit.metrics.lifetime.TransactionModel;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;

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

    /**
     * Returns the log of orders that the host has as rows of its own, in which those of one day in the zone are one purchase. It is stated once;
     * every metric of purchases can then be asked of the rows.
     *
     * @param customer who ordered, never null
     * @param at when, never null
     * @param amount the amount in the smallest unit of the currency; what is below 0 is a refund
     * @param currency the currency of all rows
     * @param to up to when orders are seen, exclusive
     */
    public static <T> Rows<T> of(
            Fn<? super T, String> customer,
            Fn<? super T, Instant> at,
            Amount<? super T> amount,
            Currency currency,
            ZoneId zone,
            Instant to) {
        return new Rows<>(of(currency, zone, to), customer, at, amount);
    }

    /** Reads the amount of a row in the smallest unit of the currency, such as cents. */
    @FunctionalInterface
    public interface Amount<T> extends Serializable {
        /** Returns the amount; what is below 0 is a refund. */
        long of(T row);
    }

    /**
     * A log of orders that the host has as rows of its own.
     *
     * @param <T> the rows
     * @param log their currency, which of them are one purchase, and the end of observation
     * @param customer who ordered, never null
     * @param at when, never null
     * @param amount the amount in the smallest unit of the currency; what is below 0 is a refund
     */
    public record Rows<T>(
            OrderLog log, Fn<? super T, String> customer, Fn<? super T, Instant> at, Amount<? super T> amount)
            implements Serializable {

        /** Checks that nothing is missing. */
        public Rows {
            requireNonNull(log, "log");
            requireNonNull(customer, "customer");
            requireNonNull(at, "at");
            requireNonNull(amount, "amount");
        }

        /** Returns the metric of rows that asks a metric of the purchases made from them, as {@link OrderLog#metric}. */
        public <R> Metric<T, R> metric(Metric<Purchases, R> purchases) {
            requireNonNull(purchases, "purchases");
            return rows(purchases::over);
        }

        /** Returns the metric of rows that is the {@link OrderForecast} of a model fitted to them, as {@link OrderLog#forecast}. */
        public <M extends TransactionModel> Metric<T, OrderForecast<M>> forecast(
                Metric<RecencyFrequency, Optional<Fit<M>>> model, Duration unit) {
            return rows(purchases -> OrderForecast.of(model, unit, purchases));
        }

        private <R> Metric<T, R> rows(Fn<Iterable<Purchases>, ? extends R> answer) {
            return log.metric(
                    row -> CustomerId.of(requireNonNull(customer.apply(row), "customer")),
                    (rows, row) -> rows.add(requireNonNull(at.apply(row), "at"), amount.of(row)),
                    answer);
        }
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
        return metric(Order::customer, (rows, order) -> rows.add(currency, order), purchases::over);
    }

    /**
     * Returns the metric of orders that is the {@link OrderForecast} of a model: its fit to the purchases of all, and each customer as the model
     * sees them. The state is that of {@link #metric}.
     *
     * @param model the metric of the model, such as {@code BgNbd.metric()}
     * @param unit the unit of time that the parameters of the model come in, above 0, such as 7 days
     */
    public <M extends TransactionModel> Metric<Order, OrderForecast<M>> forecast(
            Metric<RecencyFrequency, Optional<Fit<M>>> model, Duration unit) {
        return metric(
                Order::customer,
                (rows, order) -> rows.add(currency, order),
                purchases -> OrderForecast.of(model, unit, purchases));
    }

    private <T, R> Metric<T, R> metric(
            Fn<? super T, CustomerId> customer,
            OrderRows.Adding<? super T> adding,
            Fn<Iterable<Purchases>, ? extends R> answer) {
        return new StateMetric<T, OrdersByCustomer<T>, R>(
                Definition.of("orders", currency.getCurrencyCode()),
                () -> new OrdersByCustomer<>(customer, adding),
                orders -> answer.apply(orders.purchases(this)));
    }

    /**
     * Returns the metric of the {@link Holdout} of a model: the purchases between the end of its calibration period and that of this log,
     * of those who had bought by the end of calibration, against what the model expected of them.
     *
     * @param model fitted to the purchases before {@code calibrationEnd}
     * @param calibrationEnd the end of the calibration period, before that of the log
     * @param unit the unit of the model, above 0, such as 7 days
     * @throws IllegalArgumentException if no tick of the log is after the calibration period
     */
    public Metric<Purchases, Holdout> holdout(TransactionModel model, Instant calibrationEnd, Duration unit) {
        double ticksPerUnit = purchaseRule.ticksPer(unit);
        double span = (purchaseRule.lastTick(to) - purchaseRule.lastTick(calibrationEnd)) / ticksPerUnit;
        return Holdout.metric(model, span)
                .<Purchases>onEach(purchases ->
                        purchases.outcome(calibrationEnd, unit).stream().toList())
                .named(Definition.of("holdout", purchaseRule.toString(), to, calibrationEnd, ticksPerUnit));
    }

    /**
     * Returns the metric of the {@link Tracking} of a model from a beginning to the end of this log: a row for each step that the log has
     * seen in full, at least one.
     *
     * @param model the model
     * @param from the beginning, at or before the first purchase of all
     * @param unit the unit of the model, above 0
     * @param step from one row to the next, above 0
     */
    public Metric<Purchases, Tracking> tracking(TransactionModel model, Instant from, Duration unit, Duration step) {
        double ticksPerUnit = purchaseRule.ticksPer(unit);
        double ticksPerStep = purchaseRule.ticksPer(step);
        long seen = purchaseRule.endTick(to) - purchaseRule.tick(from.getEpochSecond());
        int steps = (int) Math.max(1, Math.min(Integer.MAX_VALUE, seen / ticksPerStep));
        return Tracking.metric(model, ticksPerStep / ticksPerUnit, steps)
                .<Purchases>onEach(
                        purchases -> purchases.history(from, unit).stream().toList())
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
            rows.add(currency, order);
        }
        return rows.purchases(this, customer);
    }
}
