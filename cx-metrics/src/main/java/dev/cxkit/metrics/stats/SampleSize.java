package dev.cxkit.metrics.stats;

import dev.cxkit.core.check.Require;
import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.util.Map;

/**
 * Required {@index "sample size"} for a {@index "margin of error"} at a confidence level, with {@index "finite population correction"}
 * (Cochran, "Sampling Techniques", 1977, chapter 4).
 *
 * <p>n = z² variance / margin². It is the number of answers, not of invitations: divide by the response rate that is expected.
 *
 * @param answers the number before rounding, above 0
 */
public record SampleSize(double answers) implements Result {

    /** Refuses a number that is not above 0 and finite, with an {@link IllegalArgumentException}. */
    public SampleSize {
        Check.positive("answers", answers);
    }

    /**
     * Returns the size for a share.
     *
     * @param expected the share that is expected, above 0 and below 1; 0.5 asks for most
     * @param margin the margin of error, from the share to either confidence limit, above 0: 0.05 for 5 percentage points
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static SampleSize ofProportion(double expected, double margin, double level) {
        Check.inside("expected", expected);
        return ofVariance(expected * (1 - expected), margin, level);
    }

    /**
     * Returns the size for a mean.
     *
     * @param standardDeviation the standard deviation that is expected, above 0
     * @param margin the margin of error, from the mean to either confidence limit, above 0, in the unit of the values
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static SampleSize ofMean(double standardDeviation, double margin, double level) {
        Check.positive("standard deviation", standardDeviation);
        return ofVariance(standardDeviation * standardDeviation, margin, level);
    }

    /**
     * Returns the size for a Net Promoter Score, by the variance p + d - (p - d)^2 of a single answer (Rocks, "Interval estimation for the
     * Net Promoter Score", The American Statistician, 2016).
     *
     * @param promoters the share of promoters that is expected, 0..1
     * @param detractors the share of detractors that is expected, 0..1; with that of promoters at most 1
     * @param margin the margin of error, from the score to either confidence limit, above 0, in points of a score from -100 to 100
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside its range or nobody is expected to answer differently
     */
    public static SampleSize ofNps(double promoters, double detractors, double margin, double level) {
        Check.share("promoters", promoters);
        Check.share("detractors", detractors);
        Check.share("promoters and detractors together", promoters + detractors);
        double score = promoters - detractors;
        return ofVariance(promoters + detractors - score * score, margin / 100, level);
    }

    private static SampleSize ofVariance(double variance, double margin, double level) {
        Check.positive("variance", variance);
        Check.positive("margin", margin);
        double errors = Normal.critical(level) / margin;
        return new SampleSize(variance * errors * errors);
    }

    /** Returns the number of answers from a population without bound, rounded up. */
    public long required() {
        return (long) Math.ceil(answers);
    }

    /**
     * Returns the number of answers from a population of this size, rounded up: fewer, as those who answered are no longer unknown
     * (finite population correction).
     *
     * @param population how many there are, at least 1
     * @throws IllegalArgumentException if the population is below 1
     */
    public long required(long population) {
        Require.atLeast("population", population, 1);
        double corrected = answers / (1 + (answers - 1) / population);
        return Math.min(population, (long) Math.ceil(corrected));
    }

    /** Returns how many are required, and the answers not rounded up. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("required", required())
                .with("answers", answers)
                .map();
    }
}
