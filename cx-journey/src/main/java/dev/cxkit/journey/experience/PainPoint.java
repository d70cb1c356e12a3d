package dev.cxkit.journey.experience;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.stats.Difference;
import dev.cxkit.metrics.stats.Estimate;
import dev.cxkit.metrics.stats.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A {@index "pain point"}: a location at which journeys show a pain sign significantly more often than a baseline, with the goals that are
 * associated with it. Association is no proof that the location is the cause.
 *
 * @param location the location
 * @param sign the pain sign
 * @param against what it is compared with, in words, such as {@code elsewhere}
 * @param observed how many of the journeys there show the sign
 * @param baseline the share that shows it in what it is compared with
 * @param difference the share here less the baseline, with its confidence interval and its own p-value
 * @param adjustedPValue the p-value of the difference, adjusted for the number of differences that were tested
 * @param goalsLost how many more of the journeys here would reach the goal at the baseline's rate; negative if fewer would
 * @param examples the ids of a few journeys that show the sign
 */
public record PainPoint(
        JourneyLocation location,
        PainSign sign,
        String against,
        Proportion observed,
        Estimate baseline,
        Difference difference,
        double adjustedPValue,
        Estimate goalsLost,
        List<String> examples)
        implements Result {

    /** Throws an {@link IllegalArgumentException} if the adjusted p-value is outside 0..1. */
    public PainPoint {
        requireNonNull(location, "location");
        requireNonNull(sign, "sign");
        requireNonNull(against, "against");
        requireNonNull(observed, "observed");
        requireNonNull(baseline, "baseline");
        requireNonNull(difference, "difference");
        requireNonNull(goalsLost, "goalsLost");
        examples = List.copyOf(examples);
        if (!(adjustedPValue >= 0 && adjustedPValue <= 1)) {
            throw new IllegalArgumentException("adjusted p " + adjustedPValue + " is outside 0..1");
        }
    }

    PainPoint withP(double p) {
        return new PainPoint(location, sign, against, observed, baseline, difference, p, goalsLost, examples);
    }

    /** Returns the pain point in words, in per cent and points; without the examples. */
    @Override
    public String text(int decimals) {
        return String.format(
                Locale.ROOT,
                "%s %s: %s %% of %d journeys, %s %s %% (%s, adjusted p %.4f); associated with %s goals lost%s",
                sign.words(),
                location,
                Document.text(100 * observed.share().orElse(0), decimals),
                observed.total(),
                against,
                Document.text(100 * baseline.value(), decimals),
                MomentOfTruth.points(difference, decimals),
                adjustedPValue,
                Document.text(goalsLost.value(), decimals),
                goalsLost
                        .interval()
                        .map(lost -> " (" + Document.text(lost.low(), decimals) + " to "
                                + Document.text(lost.high(), decimals) + ")")
                        .orElse(""));
    }

    /**
     * Returns {@code sign}, {@code location}, {@code against}, {@code observed}, {@code baseline}, {@code difference}, {@code
     * adjustedPValue}, {@code goalsLost} and {@code examples}.
     */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("sign", sign)
                .with("location", location)
                .with("against", against)
                .with("observed", observed)
                .with("baseline", baseline)
                .with("difference", difference)
                .with("adjustedPValue", adjustedPValue)
                .with("goalsLost", goalsLost)
                .with("examples", examples)
                .map();
    }
}
