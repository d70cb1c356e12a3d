package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.Cadence;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Series;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *   <li>Amounts are in the smallest unit per month. Plans of a longer term are added up exactly, and rates are those of the exact sums.
 *   <li>NRR and GRR are ratios of sums over customers; their intervals are those of ratio estimates (Cochran, Sampling Techniques, 1977,
 *       chapter 6), of customers who are a sample of all who could be.
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
 */
public final class RevenueRetention implements Result {

    private static final long serialVersionUID = 1;

    /** The places of sums: of all and of the cohort, what is retained, products of start, end and retained, and counts. */
    private static final int COHORT = RecurringMovements.SIZE;

    private static final int RETAINED = 2 * RecurringMovements.SIZE;
    private static final int START_SQUARED = RETAINED + WideSums.NUMBER;
    private static final int NET_SQUARED = START_SQUARED + WideSums.PRODUCT;
    private static final int START_NET = NET_SQUARED + WideSums.PRODUCT;
    private static final int START_BELOW = START_NET + WideSums.PRODUCT;
    private static final int GROSS_SQUARED = START_BELOW + WideSums.PRODUCT;
    private static final int START_GROSS = GROSS_SQUARED + WideSums.PRODUCT;
    private static final int CUSTOMERS = START_GROSS + WideSums.PRODUCT;
    private static final int SIZE = CUSTOMERS + 3;

    private final RevenueConvention convention;
    private final long parts;
    private final long[] sums;

    private RevenueRetention(RevenueConvention convention, long parts, long[] sums) {
        this.convention = convention;
        this.parts = parts;
        this.sums = sums;
        Require.that(
                number(RETAINED).compareTo(number(COHORT)) <= 0
                        && logoChurn().count() <= logoChurn().total(),
                () -> "more is retained than there was");
        // Sums that nothing can have made are refused here, and not when one of them is asked for.
        all();
        cohort();
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

    /**
     * Returns the metric of each month from rows of the host that say what a customer pays for a month, one or more for each customer and month:
     * from the second month that has a row to the last that is over. A customer without a row in a month pays nothing then, as if {@linkplain
     * RecurringMovements#churn churned}, and is reactivated by the next one. Memory: 16 bytes for each customer and month.
     *
     * @param customer who pays, never null
     * @param month the month, as a {@link java.time.YearMonth}, a date or a time; an {@link Instant} is put into the month of the zone
     * @param amount how much, in the smallest unit of the currency; rows of one month are added up, credits are below 0, and a sum below 0
     *     counts as 0
     * @param currency the currency of all rows
     * @param zone the zone of the months
     * @param asOf months that end later are not seen
     */
    public static <T> Metric<T, Series<RevenueRetention>> metric(
            Fn<? super T, String> customer,
            Fn<? super T, ? extends TemporalAccessor> month,
            RecurringUnit.Amount<? super T> amount,
            Currency currency,
            ZoneId zone,
            Instant asOf) {
        return MonthlyAmounts.metric(customer, month, amount, currency, zone, asOf);
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
                sums -> new RevenueRetention(convention, unit.parts(), sums));
    }

    private static void write(Part part, long[] sums) {
        RecurringMovements movements = part.movements;
        if (movements == null) {
            sums[CUSTOMERS + 2] = 1;
            return;
        }
        movements.write(sums, 0);
        long start = movements.start();
        if (start > 0) {
            long net = start + movements.expansion() - movements.lost();
            long gross = Math.max(0, start - movements.lost());
            movements.write(sums, COHORT);
            WideSums.put(sums, RETAINED, gross);
            WideSums.put(sums, START_SQUARED, start, start);
            WideSums.put(sums, NET_SQUARED, Math.abs(net), Math.abs(net));
            WideSums.put(sums, net < 0 ? START_BELOW : START_NET, start, Math.abs(net));
            WideSums.put(sums, GROSS_SQUARED, gross, gross);
            WideSums.put(sums, START_GROSS, start, gross);
            sums[CUSTOMERS] = 1;
            sums[CUSTOMERS + 1] = movements.churn() > 0 ? 1 : 0;
        }
    }

    /** Returns how several movements of a customer inside the window count. */
    public RevenueConvention convention() {
        return convention;
    }

    /** Returns logo churn: the customers of the cohort who churned. */
    public Proportion logoChurn() {
        return Proportion.of(sums[CUSTOMERS + 1], sums[CUSTOMERS]);
    }

    /** Returns the movements of all customers. */
    public RecurringMovements all() {
        return RecurringMovements.read(sums, 0, parts);
    }

    /** Returns the movements of the cohort. */
    public RecurringMovements cohort() {
        return RecurringMovements.read(sums, COHORT, parts);
    }

    /** Returns what is retained of the cohort's start, for each customer at most what they began with. */
    public long retained() {
        return WideSums.rounded(number(RETAINED), parts);
    }

    /** Returns the subscriptions that are excluded because their seats are not known. */
    public long withoutSeats() {
        return sums[CUSTOMERS + 2];
    }

    private BigInteger number(int at) {
        return WideSums.get(sums, at, WideSums.NUMBER);
    }

    private BigInteger product(int at) {
        return WideSums.get(sums, at, WideSums.PRODUCT);
    }

    private BigInteger net() {
        BigInteger lost = RecurringMovements.exact(sums, COHORT, 4).add(RecurringMovements.exact(sums, COHORT, 5));
        return number(COHORT).add(RecurringMovements.exact(sums, COHORT, 3)).subtract(lost);
    }

    /**
     * Returns net revenue retention; empty without a cohort. By movements it can be below 0: a customer who churns, is reactivated and
     * churns again in the window is lost twice and regained by {@link #nrrWithReactivation()} alone.
     */
    public OptionalDouble nrr() {
        return ratio(net(), number(COHORT));
    }

    /**
     * Returns net revenue retention with its confidence interval, which varies as customers do. Empty below two customers in the cohort, and
     * where all retain the same share, of whom nobody can tell how customers vary.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> nrrEstimate(double level) {
        double least = convention == RevenueConvention.POINT_TO_POINT ? 0 : Double.NEGATIVE_INFINITY;
        BigInteger startNet = product(START_NET).subtract(product(START_BELOW));
        return estimate(net(), product(NET_SQUARED), startNet, least, Double.POSITIVE_INFINITY, level);
    }

    /**
     * Returns net revenue retention with the amounts of all who were reactivated, also of those who had churned before the window, as in
     * the net MRR churn rate of ChartMogul. Empty without a cohort.
     */
    public OptionalDouble nrrWithReactivation() {
        return ratio(net().add(RecurringMovements.exact(sums, 0, 2)), number(COHORT));
    }

    /** Returns gross revenue retention, 0..1; empty without a cohort. */
    public OptionalDouble grr() {
        return ratio(number(RETAINED), number(COHORT));
    }

    /**
     * Returns gross revenue retention with its confidence interval, within 0..1; empty where that of {@link #nrrEstimate} is.
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public Optional<Estimate> grrEstimate(double level) {
        return estimate(number(RETAINED), product(GROSS_SQUARED), product(START_GROSS), 0, 1, level);
    }

    /** Returns the {@index "quick ratio"}: gain over loss of recurring revenue, of all customers. Empty without losses. */
    public OptionalDouble quickRatio() {
        BigInteger gained = RecurringMovements.exact(sums, 0, 1)
                .add(RecurringMovements.exact(sums, 0, 2))
                .add(RecurringMovements.exact(sums, 0, 3));
        return ratio(gained, RecurringMovements.exact(sums, 0, 4).add(RecurringMovements.exact(sums, 0, 5)));
    }

    private static OptionalDouble ratio(BigInteger part, BigInteger whole) {
        BigInteger common = part.gcd(whole);
        return whole.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        part.divide(common).doubleValue() / whole.divide(common).doubleValue());
    }

    /** The ratio R of sums of y and x, of n customers: its variance is n / (n - 1) times the sum of (y - R x)^2 over that of x, squared. */
    private Optional<Estimate> estimate(
            BigInteger y, BigInteger yy, BigInteger xy, double least, double most, double level) {
        double z = Estimate.z(level);
        BigInteger x = number(COHORT);
        double n = sums[CUSTOMERS];
        // The squared rests times x^2, in whole numbers, since they cancel where all retain nearly the same share.
        BigInteger rests = yy.multiply(x)
                .subtract(xy.multiply(y).shiftLeft(1))
                .multiply(x)
                .add(y.multiply(y).multiply(product(START_SQUARED)));
        if (n < 2 || rests.signum() <= 0) {
            return Optional.empty();
        }
        double value = ratio(y, x).orElseThrow();
        double error = Math.sqrt(rests.doubleValue() * n / (n - 1)) / x.doubleValue() / x.doubleValue();
        return Optional.of(
                new Estimate(value, Math.max(least, value - z * error), Math.min(most, value + z * error), level, n));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevenueRetention that
                && convention == that.convention
                && parts == that.parts
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * convention.hashCode() + Arrays.hashCode(sums);
    }

    /**
     * Returns {@code nrr} and {@code grr} with their estimates, the other rates, what was {@code retained}, the movements of the {@code
     * cohort} and of {@code all}, {@code withoutSeats} and the {@code convention}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("nrr", nrr())
                .with("nrrEstimate", nrrEstimate(Estimate.DEFAULT_LEVEL))
                .with("grr", grr())
                .with("grrEstimate", grrEstimate(Estimate.DEFAULT_LEVEL))
                .with("nrrWithReactivation", nrrWithReactivation())
                .with("quickRatio", quickRatio())
                .with("logoChurn", logoChurn())
                .with("retained", retained())
                .with("cohort", cohort())
                .with("all", all())
                .with("withoutSeats", withoutSeats())
                .with("convention", convention)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }
}
