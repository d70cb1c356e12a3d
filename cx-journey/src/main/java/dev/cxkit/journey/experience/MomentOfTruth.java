package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Locale;
import java.util.Map;

/**
 * A {@index "moment of truth"}: an activity whose good or bad rating is associated with reaching the goal. Association is no proof of
 * cause: customers who are about to leave may also rate worse.
 *
 * @param activity the activity
 * @param good how many of the journeys that rated it well reached the goal
 * @param bad how many of those that rated it badly did
 * @param difference the share of the first less that of the second, with its confidence interval and its own p-value
 * @param adjustedPValue the p-value of the difference, adjusted for the number of activities that were tested
 */
public record MomentOfTruth(
        String activity, Proportion good, Proportion bad, Difference difference, double adjustedPValue)
        implements Result {

    /** Throws an {@link IllegalArgumentException} if the adjusted p-value is outside 0..1. */
    public MomentOfTruth {
        requireNonNull(activity, "activity");
        requireNonNull(good, "good");
        requireNonNull(bad, "bad");
        requireNonNull(difference, "difference");
        if (!(adjustedPValue >= 0 && adjustedPValue <= 1)) {
            throw new IllegalArgumentException("adjusted p " + adjustedPValue + " is outside 0..1");
        }
    }

    /** Returns how many journeys rated it well or badly. */
    public long journeys() {
        return good.total() + bad.total();
    }

    MomentOfTruth withP(double p) {
        return new MomentOfTruth(activity, good, bad, difference, p);
    }

    /** Returns the finding in words, in per cent and points. */
    @Override
    public String text(int decimals) {
        return String.format(
                Locale.ROOT,
                "%s: rating it well is associated with the goal in %s %% of %d journeys, badly in %s %% of %d"
                        + " (%s, adjusted p %.4f)",
                activity,
                Document.text(100 * good.share().orElse(0), decimals),
                good.total(),
                Document.text(100 * bad.share().orElse(0), decimals),
                bad.total(),
                points(difference, decimals),
                adjustedPValue);
    }

    /** A difference of shares in points, with its interval. */
    static String points(Difference difference, int decimals) {
        return String.format(
                Locale.ROOT,
                "%s%s points, %s to %s at %s %%",
                difference.value() < 0 ? "" : "+",
                Document.text(100 * difference.value(), decimals),
                Document.text(100 * difference.low(), decimals),
                Document.text(100 * difference.high(), decimals),
                100 * difference.level());
    }

    /** Returns {@code activity}, {@code journeys}, {@code good}, {@code bad}, {@code difference} and {@code adjustedPValue}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("activity", activity)
                .with("journeys", journeys())
                .with("good", good)
                .with("bad", bad)
                .with("difference", difference)
                .with("adjustedPValue", adjustedPValue)
                .map();
    }
}
