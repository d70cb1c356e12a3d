package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Metric;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * How orders are read: in which currency, which of them are one purchase, and up to when. Questions about {@link Purchases} become
 * questions about orders by it.
 *
 * <pre>{@code
 * OrderLog log = OrderLog.of(euro, zone, midnight);
 * RepeatPurchases repeat = log.asking(RepeatPurchases.metric()).over(orders);
 * }</pre>
 *
 * <p>Refunds are taken off the purchase that their order is part of, down to 0; an order that is refunded as a whole stays a purchase.
 * What is refunded beyond that, or by a row of its own in a tick without an order, is {@link Purchases#unmatchedRefunds() left over}.
 *
 * @param currency the currency; an order in another one is refused by name
 * @param purchaseRule which orders are one purchase
 * @param to up to when orders are seen, exclusive; cut to the second. A day that it cuts counts as seen
 */
public record OrderLog(Currency currency, PurchaseRule purchaseRule, Instant to) implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if {@code to} is outside the years 1 to 9999
     */
    public OrderLog {
        requireNonNull(currency, "currency");
        requireNonNull(purchaseRule, "merging");
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

    /** Returns the same log with another rule of merging. */
    public OrderLog purchaseRule(PurchaseRule rule) {
        return new OrderLog(currency, rule, to);
    }

    /** Returns the same log with another end. */
    public OrderLog to(Instant end) {
        return new OrderLog(currency, purchaseRule, end);
    }

    /**
     * Returns the question asked of the purchases that are made from orders. The state is the orders, whatever is asked and up to when,
     * so parts of different questions merge. Memory: 16 bytes for each order and about 200 for each customer.
     */
    public <R> Metric<Order, R> metric(Metric<Purchases, R> question) {
        return new OrdersByCustomer<>(this, question);
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
