package dev.cxkit.examples.quickstart;

import dev.cxkit.core.commerce.Money;
import dev.cxkit.core.commerce.Order;
import dev.cxkit.core.commerce.OrderId;
import dev.cxkit.core.customer.CustomerId;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.purchase.CohortRetention;
import dev.cxkit.metrics.purchase.OrderLog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Cohort retention: who bought again in the months after the first purchase. */
public final class MonthlyCohorts {

    /**
     * A sale of the host's own shop.
     *
     * @param number its number
     * @param customer who bought
     * @param at when
     * @param total the amount in EUR, such as 25.00
     */
    public record Sale(String number, String customer, Instant at, String total) {

        Order order() {
            return Order.of(OrderId.of(number), CustomerId.of(customer), at, Money.of(total, "EUR"));
        }
    }

    private MonthlyCohorts() {}

    /** Prints for each cohort its size and how many bought again one and two months later. */
    public static void main(String[] args) {
        List<Sale> sales = List.of(
                sale("ann", "2026-01-05"),
                sale("ben", "2026-01-09"),
                sale("ann", "2026-02-11"),
                sale("cem", "2026-02-20"),
                sale("ann", "2026-03-01"),
                sale("cem", "2026-03-02"));

        ZoneId zone = ZoneId.of("Europe/Berlin");
        OrderLog log = OrderLog.of(Currency.getInstance("EUR"), zone, Instant.parse("2026-04-01T00:00:00Z"));
        CohortRetention monthly =
                CohortRetention.of(Cadence.monthly(zone), log.to()).upTo(2);
        log.metric(monthly)
                .on(Sale::order)
                .over(sales)
                .cohorts()
                .forEach(cohort ->
                        System.out.println(cohort.period().from().atZone(zone).getMonth() + ": "
                                + cohort.size() + " customers, "
                                + cohort.cells().get(1).retained() + " and "
                                + cohort.cells().get(2).retained()));
    }

    private static Sale sale(String customer, String day) {
        return new Sale(customer + day, customer, Instant.parse(day + "T10:00:00Z"), "25.00");
    }
}
