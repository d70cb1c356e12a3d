package dev.cxkit.metrics.purchase;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.Sums;
import dev.cxkit.metrics.stats.Proportion;
import dev.cxkit.metrics.survival.KaplanMeier;
import dev.cxkit.metrics.survival.SurvivalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How many customers bought a second time within so many ticks after the first, days as a rule, of those who have been seen so long.
 *
 * @param within how many of those seen long enough bought again in that time
 * @param immature how many have not been seen so long, and so are not among them
 */
public record SecondPurchase(Proportion within, long immature) {

    /** Checks the parts. */
    public SecondPurchase {
        requireNonNull(within, "within");
    }

    /**
     * Returns the metric.
     *
     * @param ticks in how many ticks of the rule of merging, at least 1
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Metric<Purchases, SecondPurchase> within(long ticks) {
        if (ticks < 1) {
            throw new IllegalArgumentException("repurchase within " + ticks + " ticks is below 1");
        }
        return Sums.metric(
                "repurchase(" + ticks + ")",
                3,
                (purchases, parts) -> count(purchases, ticks, parts),
                sums -> new SecondPurchase(Proportion.of(sums[1], sums[0]), sums[2]));
    }

    private static void count(Purchases purchases, long ticks, long[] parts) {
        if (purchases.size() == 0) {
            return;
        }
        if (!purchases.areOver(ticks, 0)) {
            parts[2] = 1;
        } else {
            parts[0] = 1;
            parts[1] = purchases.size() > 1 && purchases.gap(1) <= ticks ? 1 : 0;
        }
    }

    /** Returns the time from the first purchase to the second in ticks, where those without a second one count as not seen to make it yet. */
    public static Metric<Purchases, KaplanMeier> timeToSecond() {
        return KaplanMeier.metric()
                .<Purchases>onEach(purchases -> waits(purchases, Math.min(1, purchases.size())))
                .named("time to second purchase");
    }

    /**
     * Returns the time from each purchase to the next in ticks, where the time since the last one counts as a gap that is not over. The
     * gaps of {@link InterpurchaseTimes} leave that one out, and so are too short.
     */
    public static Metric<Purchases, KaplanMeier> timeToNext() {
        return KaplanMeier.metric()
                .<Purchases>onEach(purchases -> waits(purchases, purchases.size()))
                .named("time to next purchase");
    }

    /** The waits after the first so many purchases. */
    private static List<SurvivalTime> waits(Purchases purchases, int count) {
        List<SurvivalTime> waits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            waits.add(
                    i + 1 < purchases.size()
                            ? new SurvivalTime(purchases.gap(i + 1), true)
                            : new SurvivalTime(purchases.recency(), false));
        }
        return waits;
    }
}
