package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.time.Cadence;
import dev.cxkit.metrics.Accumulator;
import dev.cxkit.metrics.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Cohort retention"} of buyers by the period of their first purchase: of those who first bought in a day, week or
 * month, the share that bought again in each later interval.
 *
 * <ul>
 *   <li>A cohort is all customers whose first purchase lies in one period of the cadence.
 *   <li>An interval is a period of the cadence, or with {@link #sinceFirstPurchase(Duration)} a length of time from each customer's first purchase
 *       on, or with {@link #sinceFirstPurchase(Period)} a month or another period of the customer's own.
 *   <li>What counts as retained is the {@link RetentionMode}.
 *   <li>A customer for whom an interval is not complete is counted apart ({@link RetentionTable.Cell#open()}), never as lost.
 *   <li>Customers without purchases are excluded.
 * </ul>
 *
 * <p>The same of journeys is {@code JourneyRetention}; of what the cohorts paid, {@link CohortRevenue#metric}.
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Order;
 * import dev.cxkit.core.commerce.OrderId;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.time.Cadence;
 * import dev.cxkit.metrics.purchase.CohortRetention;
 * import dev.cxkit.metrics.purchase.OrderLog;
 * import dev.cxkit.metrics.purchase.RetentionTable;
 * import java.time.Instant;
 * import java.time.LocalDate;
 * import java.time.Period;
 * import java.time.ZoneId;
 * import java.time.temporal.ChronoUnit;
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
 * CohortRetention monthly = CohortRetention.of(Cadence.monthly(ZoneOffset.UTC), log.to()).upTo(2);
 * for (RetentionTable.Row cohort : log.metric(monthly).over(orders).cohorts()) {
 *     RetentionTable.Cell next = cohort.cells().get(1);
 *     System.out.println(cohort.period().from() + ": " + next.retained() + " of " + next.total());
 * }
 * // -> 2026-01-01T00:00:00Z: 1 of 2
 * // -> 2026-02-01T00:00:00Z: 1 of 1
 * }</pre>
 *
 * @param cadence by which periods the first purchases are put into cohorts
 * @param lastInterval the last interval, 1..{@value RetentionTable#MOST_INTERVALS}
 * @param intervalLength the length of an interval from the first purchase on, above 0, counted in {@linkplain PurchaseRule#ticks ticks}; null where intervals are the periods of
 *     the cadence or of the customer's own
 * @param intervalPeriod the period of the customer's own that an interval is; null where it is something else
 * @param mode what counts as retained in an interval
 * @param asOf the end of the log that the purchases are of
 */
public record CohortRetention(
        Cadence cadence,
        int lastInterval,
        @Nullable Duration intervalLength,
        @Nullable Period intervalPeriod,
        RetentionMode mode,
        Instant asOf)
        implements Metric<Purchases, RetentionTable> {

    /**
     * Checks the intervals.
     *
     * @throws IllegalArgumentException if {@code lastInterval}, {@code intervalLength} or {@code intervalPeriod} is outside its range, or
     *     both of the latter are given
     */
    public CohortRetention {
        requireNonNull(cadence, "cadence");
        requireNonNull(mode, "mode");
        requireNonNull(asOf, "asOf");
        RetentionTable.checkLast(lastInterval);
        if (intervalLength != null) {
            PurchaseRule.positive("intervalLength", intervalLength);
        }
        if (intervalPeriod != null
                && (intervalPeriod.isZero() || intervalPeriod.isNegative() || intervalLength != null)) {
            throw new IllegalArgumentException("intervalPeriod " + intervalPeriod
                    + " is zero, has a negative part, or stands beside intervalLength " + intervalLength);
        }
    }

    /** Returns bounded retention in the 12 periods of the cadence after the first purchase. */
    public static CohortRetention of(Cadence cadence, Instant asOf) {
        return new CohortRetention(cadence, 12, null, null, RetentionMode.BOUNDED, asOf);
    }

    /** Returns the same with the intervals 0 to this one. */
    public CohortRetention upTo(int last) {
        return new CohortRetention(cadence, last, intervalLength, intervalPeriod, mode, asOf);
    }

    /**
     * Returns the same with intervals of this length, counted in {@linkplain PurchaseRule#ticks ticks} from the first purchase of each customer
     * on.
     */
    public CohortRetention sinceFirstPurchase(Duration length) {
        return new CohortRetention(cadence, lastInterval, requireNonNull(length, "length"), null, mode, asOf);
    }

    /**
     * Returns the same with intervals of the customer's own, such as months from the date of the first purchase on: from 31 January the next
     * ones begin on 29 February, 31 March and 30 April of a leap year, as bills do. Each is counted from the first purchase, so the 31st
     * stays.
     *
     * @param period the length of an interval, such as {@code Period.ofMonths(1)}
     * @throws IllegalArgumentException if it is zero or a part of it is negative
     */
    public CohortRetention sinceFirstPurchase(Period period) {
        return new CohortRetention(cadence, lastInterval, null, requireNonNull(period, "period"), mode, asOf);
    }

    /** Returns the same with another rule of what counts as retained. */
    public CohortRetention withMode(RetentionMode other) {
        return new CohortRetention(cadence, lastInterval, intervalLength, intervalPeriod, other, asOf);
    }

    @Override
    public String definition() {
        return customers().definition();
    }

    /** Returns an empty accumulator. Memory: the cohorts times the intervals. */
    @Override
    public Accumulator<Purchases, RetentionTable> start() {
        return customers().start();
    }

    private Metric<Purchases, RetentionTable> customers() {
        return RetentionTable.metric(clock(), cadence, lastInterval, mode, asOf)
                .onEach(purchases -> purchases.size() == 0 ? List.of() : List.of(presence(purchases)));
    }

    /** What the intervals are, for definitions. */
    String clock() {
        return "purchases by "
                + (intervalPeriod != null
                        ? intervalPeriod + " of their own"
                        : intervalLength == null ? "calendar" : intervalLength.toString());
    }

    /** In which intervals a customer with purchases bought, in the order of the purchases. */
    CohortPresence presence(Purchases purchases) {
        int cohort = cadence.index(purchases.second(0));
        if (intervalPeriod != null) {
            return presence(purchases, cohort, intervalPeriod);
        }
        long[] positions = new long[purchases.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = intervalLength == null ? cadence.index(purchases.second(i)) : purchases.tick(i);
        }
        return intervalLength == null
                ? CohortPresence.of(
                        cohort, cohort, 1, cadence.index(purchases.log().to().getEpochSecond()), positions)
                : CohortPresence.of(
                        cohort, purchases.tick(0), purchases.ticks(intervalLength), purchases.endTick(), positions);
    }

    private CohortPresence presence(Purchases purchases, int cohort, Period period) {
        Cadence ticks = purchases.log().purchaseRule().cadence();
        ZoneId zone = ticks == null ? cadence.zone() : ticks.zone();
        LocalDate first = date(purchases.second(0), zone);
        long[] intervals = new long[purchases.size()];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = whole(period, first, date(purchases.second(i), zone));
        }
        return new CohortPresence(
                cohort, whole(period, first, date(purchases.log().to().getEpochSecond(), zone)), intervals);
    }

    private static LocalDate date(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
    }

    /** How many whole periods from the first date on are over by a date. */
    @SuppressWarnings("JavaPeriodGetDays") // its months are there, too
    private static long whole(Period period, LocalDate first, LocalDate date) {
        long longest = 31 * period.toTotalMonths() + period.getDays();
        int whole = (int) (ChronoUnit.DAYS.between(first, date) / longest);
        while (!first.plus(period.multipliedBy(whole + 1)).isAfter(date)) {
            whole++;
        }
        return whole;
    }
}
