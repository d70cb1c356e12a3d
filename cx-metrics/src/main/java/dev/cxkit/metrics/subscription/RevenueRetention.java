package dev.cxkit.metrics.subscription;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.commerce.Subscription;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Cadence;
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
 * How much of what customers paid just before a window they still pay at its end: net and gross revenue retention (NRR, GRR), logo
 * churn, and the movements between. The cohort is those who paid something just before the window; those who started or came back in it
 * are not in the rates.
 *
 * <p>One subscription is one customer here: put the contracts of one customer or account together first, by
 * {@link Subscription#combined}. A time that is free, and a pause that costs nothing, is an amount of 0, so whoever comes to it churns;
 * see {@link PauseRule} for other readings of who is a customer. The same is asked of seats.
 *
 * @param convention how movements inside the window count
 * @param logoChurn how many of the cohort have nothing at the end or, of movements, had nothing at some time in the window
 * @param all the movements of all customers
 * @param cohort the movements of the cohort
 * @param retained what is kept of the cohort's start, for each customer at most what they began with
 * @param withoutSeats how many are left out because their seats are not known
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
     * Checks the parts.
     *
     * @throws IllegalArgumentException if more is kept than there was
     */
    public RevenueRetention {
        requireNonNull(convention, "convention");
        requireNonNull(logoChurn, "lost");
        requireNonNull(all, "all");
        requireNonNull(cohort, "cohort");
        if (retained < 0 || retained > cohort.start()) {
            throw new IllegalArgumentException("kept " + retained + " is outside 0.." + cohort.start());
        }
    }

    /** What a subscription adds to the period that contains the instant; no movements if they are not known. */
    private record Part(Instant at, @Nullable RecurringMovements movements) {}

    /** Returns the metric of a window. */
    public static Metric<Subscription, RevenueRetention> in(
            TimeRange window, RecurringUnit recurring, RevenueConvention convention) {
        return sums(requireNonNull(window, "window").toString(), recurring, convention)
                .on(of -> part(of, window, window.from(), recurring, convention));
    }

    /**
     * Returns the metric of each period of a cadence, such as each month, or of as many periods as are asked for up to the end of each:
     * 12 months are the trailing twelve months. There is a value for each window that lies in the range, as soon as there is a
     * subscription.
     *
     * @param periods the length of the windows in periods, at least 1
     * @param range where all windows lie
     * @throws IllegalArgumentException if no window lies in the range
     */
    public static Metric<Subscription, Series<RevenueRetention>> each(
            Cadence cadence, int periods, TimeRange range, RecurringUnit recurring, RevenueConvention convention) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods " + periods + " are below 1");
        }
        int first = cadence.index(range.from().getEpochSecond());
        first += start(cadence, first).isBefore(range.from()) ? 1 : 0;
        List<TimeRange> windows = new ArrayList<>();
        for (int i = first; !start(cadence, i + periods).isAfter(range.to()); i++) {
            // None that ends with a day that the zone left out: it is the one before.
            if (!cadence.isSkipped(i + periods - 1)) {
                windows.add(TimeRange.of(start(cadence, i), start(cadence, i + periods)));
            }
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("no " + periods + " of the " + cadence + " lie in " + range);
        }
        List<TimeRange> each = List.copyOf(windows);
        return sums(periods + " " + cadence + " in " + range, recurring, convention)
                .per(cadence, Part::at)
                .onEach(of -> each.stream()
                        .map(window -> part(of, window, window.to().minusNanos(1), recurring, convention))
                        .toList());
    }

    private static Instant start(Cadence cadence, int period) {
        return Instant.ofEpochSecond(cadence.firstSecond(period));
    }

    private static Part part(
            Subscription of, TimeRange window, Instant at, RecurringUnit recurring, RevenueConvention convention) {
        return new Part(at, recurring.isKnown(of, window.to()) ? convention.movements(window, of, recurring) : null);
    }

    private static Metric<Part, RevenueRetention> sums(
            String window, RecurringUnit recurring, RevenueConvention convention) {
        return Sums.metric(
                "recurring retention(" + convention + "," + recurring + "," + window + ")",
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

    private static void write(Part part, long[] to) {
        RecurringMovements movements = part.movements;
        if (movements == null) {
            to[CUSTOMERS + 3] = 1;
            return;
        }
        movements.write(to, 0);
        if (movements.start() > 0) {
            movements.write(to, COHORT);
            to[CUSTOMERS] = 1;
            to[CUSTOMERS + 1] = movements.churn() > 0 ? 1 : 0;
            to[CUSTOMERS + 2] = Math.max(0, movements.start() - movements.lost());
        }
    }

    /**
     * Returns net revenue retention: what the cohort still pays, with what it pays on top, over what it paid. Empty without a cohort.
     * By movements it can be below 0: who leaves, comes back and leaves again in the window is lost twice and regained by
     * {@link #nrrWithReactivation()} alone.
     */
    public OptionalDouble nrr() {
        return ofStart(cohort.start() + cohort.expansion() - cohort.lost());
    }

    /**
     * Returns net revenue retention with the amounts of all who came back, also of those who had left before the window, as in the net
     * MRR churn rate of ChartMogul. Empty without a cohort.
     */
    public OptionalDouble nrrWithReactivation() {
        return ofStart(cohort.start() + cohort.expansion() - cohort.lost() + all.reactivation());
    }

    /** Returns gross revenue retention, 0..1: nobody counts for more than what they began with. Empty without a cohort. */
    public OptionalDouble grr() {
        return ofStart(retained);
    }

    private OptionalDouble ofStart(long amount) {
        return cohort.start() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) amount / cohort.start());
    }

    /** Returns the quick ratio: what was gained for each unit that was lost, of all customers. Empty when nothing was lost. */
    public OptionalDouble quickRatio() {
        return all.lost() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) all.gained() / all.lost());
    }
}
