package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.purchase.OrderLog;
import dev.cxkit.metrics.purchase.SecondPurchase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** Who bought again within 90 days of the first purchase; those who had less time are counted apart. */
public final class BoughtAgain {

    /**
     * A sale of the host's own shop.
     *
     * @param customer who bought
     * @param at when
     * @param cents how much
     */
    public record Sale(String customer, Instant at, long cents) {}

    private BoughtAgain() {}

    /** Prints the share with its interval. */
    public static void main(String[] args) {
        List<Sale> sales = List.of(
                sale("ann", "2026-01-05"),
                sale("ann", "2026-02-11"),
                sale("ben", "2026-01-09"),
                sale("ben", "2026-04-09"),
                sale("cem", "2026-01-10"),
                sale("cem", "2026-04-11"),
                sale("dan", "2026-02-01"),
                sale("dan", "2026-02-02"),
                sale("eve", "2026-05-01"));

        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        OrderLog.Rows<Sale> orders =
                OrderLog.of(Sale::customer, Sale::at, Sale::cents, Currency.getInstance("EUR"), ZoneOffset.UTC, now);
        SecondPurchase again =
                orders.metric(SecondPurchase.metric(Duration.ofDays(90))).over(sales);
        System.out.println(again.within().text(2) + ", too young " + again.immature());
    }

    private static Sale sale(String customer, String day) {
        return new Sale(customer, Instant.parse(day + "T10:00:00Z"), 2_500);
    }
}
