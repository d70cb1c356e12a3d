package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Proportion;
import java.util.Locale;

/**
 * A step whose good or bad passing is associated with the goal. That is no proof that it is the cause: who is about to leave may also
 * rate worse.
 *
 * @param step the step
 * @param good how many of the journeys that passed it well came to the goal
 * @param bad how many of those that passed it badly did
 * @param difference the share of the first less that of the second
 * @param correctedP the p of the difference, corrected for the number of steps that were looked at
 */
public record MomentOfTruth(String step, Proportion good, Proportion bad, Difference difference, double correctedP) {

    /** Checks the parts; throws an {@link IllegalArgumentException} if the p is outside 0..1. */
    public MomentOfTruth {
        requireNonNull(step, "step");
        requireNonNull(good, "good");
        requireNonNull(bad, "bad");
        requireNonNull(difference, "difference");
        if (!(correctedP >= 0 && correctedP <= 1)) {
            throw new IllegalArgumentException("correctedP " + correctedP + " is outside 0..1");
        }
    }

    /** Returns how many journeys it rests on. */
    public long journeys() {
        return good.of() + bad.of();
    }

    MomentOfTruth withP(double p) {
        return new MomentOfTruth(step, good, bad, difference, p);
    }

    /** Returns the finding in words, in per cent and points with one decimal. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: passing it well is associated with the goal in %.1f %% of %d journeys, badly in %.1f %% of %d"
                        + " (%+.1f points, %.1f to %.1f at %s %%, corrected p %.4f)",
                step,
                100 * good.share().orElse(0),
                good.of(),
                100 * bad.share().orElse(0),
                bad.of(),
                100 * difference.value(),
                100 * difference.low(),
                100 * difference.high(),
                100 * difference.level(),
                correctedP);
    }
}
