package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.lifetime.BgNbd;
import dev.cxkit.metrics.purchase.OrderLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** How many orders a BG/NBD model expects of each customer in the next year. */
public final class ExpectedOrders {

    /**
     * A sale of the host's own shop.
     *
     * @param customer who bought
     * @param at when
     * @param cents how much
     */
    public record Sale(String customer, Instant at, long cents) {}

    private ExpectedOrders() {}

    /** Prints the expected orders of each customer. */
    public static void main(String[] args) {
        int[] repeats = {0, 0, 1, 0, 3, 7, 0, 2, 1, 12};
        List<Sale> sales = new ArrayList<>();
        for (int customer = 10; customer < 70; customer++) {
            Instant at = Instant.parse("2026-01-01T10:00:00Z").plus(Duration.ofDays(customer));
            for (int order = 0; order <= repeats[customer % 10]; order++) {
                sales.add(new Sale("c" + customer, at, 2_500));
                at = at.plus(Duration.ofDays(3 + customer * 5 % 11));
            }
        }

        Instant now = Instant.parse("2026-09-01T00:00:00Z");
        OrderLog.Rows<Sale> orders =
                OrderLog.of(Sale::customer, Sale::at, Sale::cents, Currency.getInstance("EUR"), ZoneOffset.UTC, now);
        orders.forecast(BgNbd.metric(), Duration.ofDays(7))
                .over(sales)
                .expectedOrders(Duration.ofDays(365))
                .forEach((customer, expected) ->
                        System.out.println(customer.value() + " " + String.format(Locale.ROOT, "%.3f", expected)));
    }
}
