package dev.cxkit.metrics.purchase;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Orders written as texts such as {@code 0:10 3.5:5 4:-2}: on which day after the start of 2026 how many cents were paid. */
final class Shop {

    static final Currency EURO = Currency.getInstance("EUR");
    static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

    private Shop() {}

    static Instant day(double days) {
        return ZERO.plusSeconds(Math.round(days * 86_400));
    }

    /** The log whose last day is the one before this. */
    static OrderLog log(double to) {
        return OrderLog.of(EURO, ZoneOffset.UTC, day(to));
    }

    static Order order(String id, String customer, double day, long cents) {
        return Order.of(OrderId.of(id), CustomerId.of(customer), day(day), new Money(cents, EURO));
    }

    /** The orders of the customers c0, c1 and so on. */
    static List<Order> orders(String... texts) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            for (String word : texts[i].split(" ", -1)) {
                String[] parts = word.split(":", -1);
                orders.add(order(
                        "o" + orders.size(),
                        "c" + i,
                        Double.parseDouble(parts[0]),
                        parts.length == 1 ? 100 : Long.parseLong(parts[1])));
            }
        }
        return orders;
    }

    static Purchases purchases(OrderLog log, String text) {
        return log.purchases(CustomerId.of("c0"), orders(text));
    }

    /** Orders of up to forty customers in forty days, among them refunds, free ones, and some on one day. */
    static Order random(Random random) {
        double day = random.nextInt(160) / 4.0;
        long cents =
                random.nextInt(10) == 0 ? -random.nextInt(800) : random.nextInt(5) == 0 ? 0 : random.nextInt(5_000);
        Order order = order("o" + random.nextInt(1_000_000), "c" + random.nextInt(40), day, cents);
        return cents > 0 && random.nextInt(6) == 0
                ? order.refunded(order.occurredAt(), new Money(1 + random.nextInt(4_000), EURO))
                : order;
    }
}
