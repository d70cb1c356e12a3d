package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Locale;

/**
 * A step whose good or bad passing is associated with the goal. That is no proof that it is the cause: who is about to leave may also
 * rate worse.
 *
 * @param activity the step
 * @param good how many of the journeys that passed it well came to the goal
 * @param bad how many of those that passed it badly did
 * @param difference the share of the first less that of the second
 * @param adjustedP the p of the difference, corrected for the number of steps that were looked at
 */
public record MomentOfTruth(String activity, Proportion good, Proportion bad, Difference difference, double adjustedP) {

    /** Checks the parts; throws an {@link IllegalArgumentException} if the p is outside 0..1. */
    public MomentOfTruth {
        requireNonNull(activity, "step");
        requireNonNull(good, "good");
        requireNonNull(bad, "bad");
        requireNonNull(difference, "difference");
        if (!(adjustedP >= 0 && adjustedP <= 1)) {
            throw new IllegalArgumentException("correctedP " + adjustedP + " is outside 0..1");
        }
    }

    /** Returns how many journeys it rests on. */
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
                "%s: passing it well is associated with the goal in %.1f %% of %d journeys, badly in %.1f %% of %d"
                        + " (%+.1f points, %.1f to %.1f at %s %%, corrected p %.4f)",
                activity,
                100 * good.share().orElse(0),
                good.total(),
                100 * bad.share().orElse(0),
                bad.total(),
                100 * difference.value(),
                100 * difference.low(),
                100 * difference.high(),
                100 * difference.level(),
                adjustedP);
    }
}
