package dev.cxkit.examples.quickstart;

import dev.cxkit.metrics.subscription.RevenueRetention;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** Net and gross revenue retention by month, from what each customer pays in each month. */
public final class RevenueByMonth {

    /**
     * A row of the host's billing.
     *
     * @param customer who pays
     * @param month for which month
     * @param cents how much
     */
    public record Sub(String customer, YearMonth month, long cents) {}

    private RevenueByMonth() {}

    /** Prints both rates of each month. */
    public static void main(String[] args) {
        YearMonth january = YearMonth.of(2026, 1);
        List<Sub> subs = List.of(
                new Sub("ann", january, 5_000),
                new Sub("ann", january.plusMonths(1), 7_000),
                new Sub("ann", january.plusMonths(2), 7_000),
                new Sub("ben", january, 3_000),
                new Sub("ben", january.plusMonths(1), 2_000),
                new Sub("cem", january, 2_000),
                new Sub("dan", january.plusMonths(1), 1_000),
                new Sub("dan", january.plusMonths(2), 1_000));

        Instant now = Instant.parse("2026-04-01T00:00:00Z");
        RevenueRetention.metric(Sub::customer, Sub::month, Sub::cents, Currency.getInstance("EUR"), ZoneOffset.UTC, now)
                .over(subs)
                .points()
                .forEach(month -> System.out.println(month.period().from() + ": NRR "
                        + month.value().nrr().orElseThrow() + ", GRR "
                        + month.value().grr().orElseThrow()));
    }
}
