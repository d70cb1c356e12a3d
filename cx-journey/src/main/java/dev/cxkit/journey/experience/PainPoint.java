package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Locale;

/**
 * A place at which journeys show a sign of trouble more often than they should, and the goals that are associated with it. That is no
 * proof that the place is the cause.
 *
 * @param place the place
 * @param sign the sign
 * @param against what it is compared with, in words, such as {@code elsewhere}
 * @param here how many of the journeys there show the sign
 * @param baseline the share that shows it in what it is compared with
 * @param difference the share here less the baseline
 * @param correctedP the p of the difference, corrected for the number of differences that were looked at
 * @param goalsLost how many more of the journeys here would come to the goal at the baseline's rate; negative if fewer would
 * @param examples the ids of a few journeys that show the sign
 */
public record PainPoint(
        Place place,
        PainSign sign,
        String against,
        Proportion here,
        Estimate baseline,
        Difference difference,
        double correctedP,
        Estimate goalsLost,
        List<String> examples) {

    /** Checks the parts and copies the examples; throws an {@link IllegalArgumentException} if the p is outside 0..1. */
    public PainPoint {
        requireNonNull(place, "place");
        requireNonNull(sign, "sign");
        requireNonNull(against, "against");
        requireNonNull(here, "here");
        requireNonNull(baseline, "baseline");
        requireNonNull(difference, "difference");
        requireNonNull(goalsLost, "goalsLost");
        examples = List.copyOf(examples);
        if (!(correctedP >= 0 && correctedP <= 1)) {
            throw new IllegalArgumentException("correctedP " + correctedP + " is outside 0..1");
        }
    }

    PainPoint withP(double p) {
        return new PainPoint(place, sign, against, here, baseline, difference, p, goalsLost, examples);
    }

    /** Returns the finding in words, in per cent and points with one decimal; without the examples. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s %s: %.1f %% of %d journeys, %s %.1f %% (%+.1f points, %.1f to %.1f at %s %%, corrected p %.4f);"
                        + " associated with %.1f goals lost (%.1f to %.1f)",
                sign.words(),
                place,
                100 * here.share().orElse(0),
                here.of(),
                against,
                100 * baseline.value(),
                100 * difference.value(),
                100 * difference.low(),
                100 * difference.high(),
                100 * difference.level(),
                correctedP,
                goalsLost.value(),
                goalsLost.low(),
                goalsLost.high());
    }
}
