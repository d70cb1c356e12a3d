package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Moments;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether customers buy more often than before, less often, or as often as before as far as can be told: the purchases of the latest
 * window beside those of the window before it.
 *
 * @param up how many customers buy more often, by the test
 * @param down how many buy less often, by the test
 * @param flat how many do neither; most who buy seldom are here, whatever they do
 * @param young how many have not been seen for both windows
 * @param change of the purchases of the latest window less those of the one before, of each customer who is not young
 */
public record PurchaseTrend(long up, long down, long flat, long young, Moments change) {

    /** More, less, or neither. */
    public enum Direction {
        /** More often. */
        UP,
        /** Less often. */
        DOWN,
        /** No difference that chance does not explain. */
        FLAT
    }

    /** Checks that there are moments. */
    public PurchaseTrend {
        requireNonNull(change, "change");
    }

    /**
     * Returns the metric.
     *
     * @param window the length of each window in ticks, at least 1
     * @param level the confidence of the test of each customer, such as 0.95
     * @throws IllegalArgumentException if the window is below 1 or the level not above 0 and below 1
     */
    public static Metric<Purchases, PurchaseTrend> metric(long window, double level) {
        if (window < 1) {
            throw new IllegalArgumentException("window " + window + " is below 1 tick");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not above 0 and below 1");
        }
        Metric<Purchases, long[]> customers = Sums.metric(
                "purchase trend(" + window + "," + level + ")",
                4,
                (purchases, parts) -> count(purchases, window, level, parts),
                sums -> sums);
        Metric<Purchases, Moments> changes = Moments.metricOfLongs()
                .onEach(purchases -> isYoung(purchases, window)
                        ? List.of()
                        : List.of(between(purchases, 0, window) - between(purchases, window, 2 * window)));
        return Metric.both(customers, changes, (of, change) -> new PurchaseTrend(of[0], of[1], of[2], of[3], change));
    }

    private static boolean isYoung(Purchases purchases, long window) {
        return purchases.size() == 0 || purchases.ticksSeen() / 2 < window;
    }

    /** How many were at least so many ticks before the last one that is seen, and less than so many. */
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

    /**
     * Compares the counts of two windows of one length: as Poisson counts of equal rates they are binomial with one half, given their sum
     * (Przyborowski and Wilenski, 1940). Two-sided and exact.
     */
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

    /** Returns the direction of all together: that of the interval of the mean change at 0.95; empty below two customers. */
    public Optional<Direction> direction() {
        return change.estimate()
                .map(mean -> mean.low() > 0 ? Direction.UP : mean.high() < 0 ? Direction.DOWN : Direction.FLAT);
    }
}
