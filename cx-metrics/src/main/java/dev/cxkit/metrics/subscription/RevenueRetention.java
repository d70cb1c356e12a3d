package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * {@index "Net revenue retention"} and {@index "gross revenue retention"} (NRR, GRR), {@index "logo churn"} and revenue movements of the
 * customers of a window's start.
 *
 * <ul>
 *   <li>The cohort is the customers with recurring revenue just before the window; who starts or is reactivated in it is not in the rates.
 *   <li>NRR: {@code (start + expansion - contraction - churn) / start} of the cohort; GRR: the same without expansion, for each customer at
 *       most what they began with, so never above 1.
 *   <li>Logo churn: customers of the cohort without recurring revenue at the end or, by {@link RevenueConvention#MOVEMENTS}, at some time
 *       in the window.
 *   <li>One subscription is one customer: put the contracts of one customer or account together first, by {@link Subscription#combined}.
 *   <li>A free time, and a pause that costs nothing, is an amount of 0, so it is churn; {@link Churn} has other {@linkplain PauseRule
 *       rules}.
 *   <li>The same is asked of seats; subscriptions whose seats are not known are excluded and counted.
 *   <li>Rates are empty without a cohort, the quick ratio without losses.
 * </ul>
 *
 * <pre>{@code
 * import dev.cxkit.core.commerce.Money;
 * import dev.cxkit.core.commerce.Movement;
 * import dev.cxkit.core.commerce.Subscription;
 * import dev.cxkit.core.customer.CustomerId;
 * import dev.cxkit.core.time.TimeRange;
 * import dev.cxkit.metrics.subscription.RecurringUnit;
 * import dev.cxkit.metrics.subscription.RevenueConvention;
 * import dev.cxkit.metrics.subscription.RevenueRetention;
 * import java.time.Instant;
 * import java.util.Currency;
 * import java.util.List;
 *
 * Movement start = Movement.of(Movement.Kind.START, Instant.parse("2026-01-01T00:00:00Z"), Money.of("50", "EUR"));
 * Instant later = Instant.parse("2026-03-10T00:00:00Z");
 * List<Subscription> subscriptions = List.of(
 *         Subscription.of("s1", CustomerId.of("ann"), start, Movement.of(Movement.Kind.EXPANSION, later, Money.of("70", "EUR"))),
 *         Subscription.of("s2", CustomerId.of("ben"), start, Movement.of(Movement.Kind.CHURN, later, Money.of("0", "EUR"))));
 * TimeRange march = TimeRange.of(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
 * RecurringUnit euros = RecurringUnit.amount(Currency.getInstance("EUR"));
 * RevenueRetention month = RevenueRetention.metric(euros, RevenueConvention.POINT_TO_POINT, march).over(subscriptions);
 * System.out.println("NRR " + month.nrr().getAsDouble() + ", GRR " + month.grr().getAsDouble());
 * // -> NRR 0.7, GRR 0.5
 * }</pre>
 *
 * @param convention how several movements of a customer inside the window count
 * @param logoChurn the customers of the cohort who churned
 * @param all the movements of all customers
 * @param cohort the movements of the cohort
 * @param retained what is retained of the cohort's start, for each customer at most what they began with
 * @param withoutSeats the subscriptions excluded because their seats are not known
 */
public record RevenueRetention(
        RevenueConvention convention,
        Proportion logoChurn,
        RecurringMovements all,
        RecurringMovements cohort,
        long retained,
        long withoutSeats) {

    private static final int COHORT = RecurringMovements.SIZE;
    private static final int CUSTOMERS = 2 * RecurringMovements.SIZE;
    private static final int SIZE = CUSTOMERS + 4;

    /**
     * Checks the retained amount.
     *
     * @throws IllegalArgumentException if it is more than there was
     */
    public RevenueRetention {
        requireNonNull(convention, "convention");
        requireNonNull(logoChurn, "logoChurn");
        requireNonNull(all, "all");
        requireNonNull(cohort, "cohort");
        Require.range("retained", retained, 0, cohort.start());
    }

    /** What a subscription adds to the period that contains the instant; no movements if its seats are not known. */
    private record Part(Instant at, @Nullable RecurringMovements movements) {}

    /** Returns the metric of a window. */
    public static Metric<Subscription, RevenueRetention> metric(
            RecurringUnit unit, RevenueConvention convention, TimeRange window) {
        requireNonNull(window, "window");
        return sums(unit, convention, "window", window)
                .on(subscription -> part(subscription, window, window.from(), unit, convention));
    }

    /**
     * Returns the metric of each period of a cadence, such as each month, or of the trailing periods up to the end of each: 12 months are
     * the {@index "trailing twelve months"}. There is a value for each window that lies in the range, as soon as there is a subscription.
     *
     * @param unit what is counted
     * @param convention how several movements of a customer inside a window count
     * @param cadence at the end of whose periods windows end
     * @param periods the length of the windows in periods, at least 1
     * @param range where all windows lie
     * @throws IllegalArgumentException if no window lies in the range
     */
    public static Metric<Subscription, Series<RevenueRetention>> metric(
            RecurringUnit unit, RevenueConvention convention, Cadence cadence, int periods, TimeRange range) {
        Require.that(periods >= 1, () -> "periods " + periods + " are below 1");
        int first = cadence.index(range.from().getEpochSecond());
        first += start(cadence, first).isBefore(range.from()) ? 1 : 0;
        List<TimeRange> windows = new ArrayList<>();
        int end = cadence.index(range.to().getEpochSecond() - 1);
        end += start(cadence, end + 1).isAfter(range.to()) ? 0 : 1;
        for (int i = first; i <= end - periods; i++) {
            windows.add(TimeRange.of(start(cadence, i), start(cadence, i + periods)));
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    "no " + periods + " of the " + cadence + " lie in " + range.from() + "/" + range.to());
        }
        List<TimeRange> each = List.copyOf(windows);
        return sums(unit, convention, periods + " " + cadence, range)
                .per(cadence, Part::at)
                .onEach(subscription -> each.stream()
                        .map(window -> part(subscription, window, window.to().minusNanos(1), unit, convention))
                        .toList());
    }

    private static Instant start(Cadence cadence, int period) {
        return Instant.ofEpochSecond(cadence.firstSecond(period));
    }

    private static Part part(
            Subscription subscription, TimeRange window, Instant at, RecurringUnit unit, RevenueConvention convention) {
        return new Part(
                at, unit.isKnown(subscription, window.to()) ? convention.movements(window, subscription, unit) : null);
    }

    private static Metric<Part, RevenueRetention> sums(
            RecurringUnit unit, RevenueConvention convention, String windows, TimeRange range) {
        return Sums.metric(
                Definition.of("revenue retention", convention, unit.toString(), windows, range.from(), range.to()),
                SIZE,
                RevenueRetention::write,
                sums -> new RevenueRetention(
                        convention,
                        Proportion.of(sums[CUSTOMERS + 1], sums[CUSTOMERS]),
                        RecurringMovements.read(sums, 0),
                        RecurringMovements.read(sums, COHORT),
                        sums[CUSTOMERS + 2],
                        sums[CUSTOMERS + 3]));
    }

    private static void write(Part part, long[] sums) {
        RecurringMovements movements = part.movements;
        if (movements == null) {
            sums[CUSTOMERS + 3] = 1;
            return;
        }
        movements.write(sums, 0);
        if (movements.start() > 0) {
            movements.write(sums, COHORT);
            sums[CUSTOMERS] = 1;
            sums[CUSTOMERS + 1] = movements.churn() > 0 ? 1 : 0;
            sums[CUSTOMERS + 2] = Math.max(0, movements.start() - movements.lost());
        }
    }

    /**
     * Returns net revenue retention; empty without a cohort. By movements it can be below 0: a customer who churns, is reactivated and
     * churns again in the window is lost twice and regained by {@link #nrrWithReactivation()} alone.
     */
    public OptionalDouble nrr() {
        return ofStart(cohort.start() + cohort.expansion() - cohort.lost());
    }

    /**
     * Returns net revenue retention with the amounts of all who were reactivated, also of those who had churned before the window, as in
     * the net MRR churn rate of ChartMogul. Empty without a cohort.
     */
    public OptionalDouble nrrWithReactivation() {
        return ofStart(cohort.start() + cohort.expansion() - cohort.lost() + all.reactivation());
    }

    /** Returns gross revenue retention, 0..1; empty without a cohort. */
    public OptionalDouble grr() {
        return ofStart(retained);
    }

    private OptionalDouble ofStart(long amount) {
        return cohort.start() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) amount / cohort.start());
    }

    /** Returns the {@index "quick ratio"}: gain over loss of recurring revenue, of all customers. Empty without losses. */
    public OptionalDouble quickRatio() {
        return all.lost() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) all.gained() / all.lost());
    }
}
