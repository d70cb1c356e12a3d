package dev.cxkit.examples.quickstart;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.purchase.CohortRetention;
import dev.cxkit.metrics.purchase.OrderLog;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Cohort retention: who bought again in the weeks after the first purchase. */
public final class WeeklyCohorts {

    /**
     * A sale of the host's own shop.
     *
     * @param customer who bought
     * @param at when
     * @param cents how much
     */
    public record Sale(String customer, Instant at, long cents) {}

    private WeeklyCohorts() {}

    /** Prints for each cohort its size and how many bought again one and two weeks later. */
    public static void main(String[] args) {
        List<Sale> sales = List.of(
                sale("ann", "2026-01-05"),
                sale("ben", "2026-01-09"),
                sale("ann", "2026-01-13"),
                sale("cem", "2026-01-14"),
                sale("ann", "2026-01-20"),
                sale("cem", "2026-01-21"));

        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant now = Instant.parse("2026-02-02T00:00:00Z");
        OrderLog.Rows<Sale> orders =
                OrderLog.of(Sale::customer, Sale::at, Sale::cents, Currency.getInstance("EUR"), zone, now);
        orders.metric(CohortRetention.of(Cadence.weekly(zone), now).upTo(2))
                .over(sales)
                .cohorts()
                .forEach(cohort ->
                        System.out.println(cohort.period().from().atZone(zone).toLocalDate() + ": "
                                + cohort.size() + " customers, "
                                + cohort.cells().get(1).retained() + " and "
                                + cohort.cells().get(2).retained()));
    }

    private static Sale sale(String customer, String day) {
        return new Sale(customer, Instant.parse(day + "T10:00:00Z"), 2_500);
    }
}
