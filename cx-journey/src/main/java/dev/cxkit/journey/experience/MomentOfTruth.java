package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Locale;

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
        String activity, Proportion good, Proportion bad, Difference difference, double adjustedPValue) {

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

    /** Returns the finding in words, in per cent and points with one decimal. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: rating it well is associated with the goal in %.1f %% of %d journeys, badly in %.1f %% of %d"
                        + " (%+.1f points, %.1f to %.1f at %s %%, adjusted p %.4f)",
                activity,
                100 * good.share().orElse(0),
                good.total(),
                100 * bad.share().orElse(0),
                bad.total(),
                100 * difference.value(),
                100 * difference.low(),
                100 * difference.high(),
                100 * difference.level(),
                adjustedPValue);
    }
}
