package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Moments;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Change of purchase frequency between the latest window and the one before, with an {@index "exact conditional Poisson test"} for each
 * customer.
 *
 * <ul>
 *   <li>Counted: customers whose first purchase is at least two windows old; the others are {@code young}.
 *   <li>A customer goes up or down only where the two-sided test rejects equal rates at the level: given their sum, counts of equal Poisson
 *       rates are binomial with one half (Przyborowski and Wilenski, 1940).
 *   <li>Customers who buy seldom are nearly always flat, whatever they do: few purchases show no difference.
 *   <li>Of many customers some go up or down by chance: {@link #direction()} tests the mean change of all instead.
 * </ul>
 *
 * @param up customers who buy more often, by the test
 * @param down customers who buy less often, by the test
 * @param flat customers of whom the test shows neither
 * @param young customers who have not been observed for both windows
 * @param change purchases of the latest window less those of the one before, of each customer who is not young
 */
public record PurchaseTrend(long up, long down, long flat, long young, Moments change) implements Result {

    /** Whether purchase frequency rose. */
    public enum Direction {
        /** Purchase frequency rose. */
        UP,
        /** Purchase frequency fell. */
        DOWN,
        /** The test does not show a difference. */
        FLAT
    }

    /** Checks that there are moments. */
    public PurchaseTrend {
        requireNonNull(change, "change");
    }

    /**
     * Returns the metric.
     *
     * @param window the length of each window, a {@link java.time.Duration} or {@link java.time.Period} above 0, which is counted in
     *     {@linkplain PurchaseRule#ticks ticks}
     * @param level the confidence level of the test of each customer, such as 0.95
     * @throws IllegalArgumentException if the window is not above 0, or the level not above 0 and below 1
     */
    public static Metric<Purchases, PurchaseTrend> metric(TemporalAmount window, double level) {
        PurchaseRule.positive("window", window);
        Require.that(level > 0 && level < 1, () -> "level " + level + " is not above 0 and below 1");
        Metric<Purchases, long[]> customers = Sums.metric(
                Definition.of("purchase trend", window, level),
                4,
                (purchases, parts) -> count(purchases, purchases.ticks(window), level, parts),
                sums -> sums);
        Metric<Purchases, Moments> changes =
                Moments.metricOfLongs().onEach(purchases -> changes(purchases, purchases.ticks(window)));
        return Metric.both(
                customers,
                changes,
                (counts, change) -> new PurchaseTrend(counts[0], counts[1], counts[2], counts[3], change));
    }

    private static List<Long> changes(Purchases purchases, long window) {
        return isYoung(purchases, window)
                ? List.of()
                : List.of(between(purchases, 0, window) - between(purchases, window, 2 * window));
    }

    private static boolean isYoung(Purchases purchases, long window) {
        return purchases.size() == 0 || (purchases.endTick() - purchases.tick(0)) / 2 < window;
    }

    /** How many purchases were from {@code from} (inclusive) to {@code to} (exclusive) ticks before the last tick of the log. */
    private static long between(Purchases purchases, long from, long to) {
        long count = 0;
        for (int i = purchases.size() - 1; i >= 0; i--) {
            long before = purchases.lastTick() - purchases.tick(i);
            if (before >= to) {
                break;
            }
            count += before >= from ? 1 : 0;
        }
        return count;
    }

    private static void count(Purchases purchases, long window, double level, long[] parts) {
        if (isYoung(purchases, window)) {
            parts[3] = purchases.size() == 0 ? 0 : 1;
        } else {
            Direction direction =
                    direction(between(purchases, 0, window), between(purchases, window, 2 * window), level);
            parts[direction == Direction.UP ? 0 : direction == Direction.DOWN ? 1 : 2] = 1;
        }
    }

    /** Compares the Poisson counts of two windows of one length: two-sided and exact. */
    static Direction direction(long latest, long before, double level) {
        int n = Math.toIntExact(latest + before);
        if (n == 0) {
            return Direction.FLAT;
        }
        double tail = BinomialDistribution.of(n, 0.5).cumulativeProbability((int) Math.min(latest, before));
        if (2 * tail > 1 - level) {
            return Direction.FLAT;
        }
        return latest > before ? Direction.UP : Direction.DOWN;
    }

    /**
     * Returns the direction of all customers together: the side of 0 on which the 95 % interval of the mean change lies. Empty where it has
     * none: below two customers, and where all changed alike.
     */
    public Optional<Direction> direction() {
        return change.estimate()
                .flatMap(Estimate::interval)
                .map(mean -> mean.low() > 0 ? Direction.UP : mean.high() < 0 ? Direction.DOWN : Direction.FLAT);
    }

    /** Returns the counts, the moments of the {@code change} and its {@code direction}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("up", up)
                .with("down", down)
                .with("flat", flat)
                .with("young", young)
                .with("change", change)
                .with("direction", direction())
                .map();
    }
}
