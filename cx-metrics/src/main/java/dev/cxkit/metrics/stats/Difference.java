package dev.cxkit.metrics.stats;

import static java.util.Objects.requireNonNull;

import dev.cxkit.core.result.Document;
import dev.cxkit.core.result.Result;
import dev.cxkit.core.time.TimeRange;
import dev.cxkit.metrics.Definition;
import dev.cxkit.metrics.Fn;
import dev.cxkit.metrics.Metric;
import dev.cxkit.metrics.numeric.Check;
import dev.cxkit.metrics.numeric.Normal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The difference of two independent groups with {@index "confidence interval"} and two-sided {@index "p-value"}.
 *
 * @param value the first less the second, in the unit of what is compared
 * @param low the lower confidence limit, at most {@code value}
 * @param high the upper confidence limit, at least {@code value}
 * @param level the confidence level, above 0 and below 1
 * @param pValue the p-value: the probability of a difference at least as large, on either side, if there is none in truth, 0..1
 */
public record Difference(double value, double low, double high, double level, double pValue) implements Result {

    /**
     * Refuses a component that is not finite, a value outside its interval, and a level or p-value outside 0..1, with an
     * {@link IllegalArgumentException}.
     */
    public Difference {
        Check.finite("value", value);
        Check.interval("value", value, low, high);
        Check.level(level);
        Check.share("pValue", pValue);
    }

    /** Returns {@code value}, {@code low}, {@code high}, {@code level} and {@code pValue}. */
    @Override
    public Map<String, Object> document() {
        return Document.start()
                .with("value", value)
                .with("low", low)
                .with("high", high)
                .with("level", level)
                .with("pValue", pValue)
                .map();
    }

    /** Returns the {@link #text} with two decimals. */
    @Override
    public String toString() {
        return text(2);
    }

    /**
     * Returns a difference with Wald's confidence interval and the p-value of the z test, both from one standard error.
     *
     * @param standardError the standard error of the difference, above 0: without any spread there is nothing to test against
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static Difference wald(double value, double standardError, double level) {
        Check.finite("value", value);
        Check.positive("standard error", standardError);
        double margin = Normal.critical(level) * standardError;
        return new Difference(
                value, value - margin, value + margin, level, Normal.twoSidedPValue(value / standardError));
    }

    /**
     * Returns the difference of two shares of independent groups, for shares of weighted observations: Newcombe's hybrid score interval
     * (1998, method 10) and the p-value of the pooled z test. Shares that are both 0 or both 1 have a p-value of 1.
     *
     * @param first a share with Wilson's interval, from {@link ProportionInterval#WILSON}
     * @param second a share with Wilson's interval of the same level
     * @throws IllegalArgumentException if a value is outside 0..1 or the levels differ
     */
    public static Difference between(Estimate first, Estimate second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        Check.share("first", first.value());
        Check.share("second", second.value());
        if (first.level() != second.level()) {
            throw new IllegalArgumentException("levels " + first.level() + " and " + second.level() + " differ");
        }
        double value = first.value() - second.value();
        double down = Math.hypot(below(first), above(second));
        double up = Math.hypot(above(first), below(second));
        return new Difference(value, value - down, value + up, first.level(), pooledPValue(first, second));
    }

    /**
     * An answer of which two, of independent groups, have a difference.
     *
     * @param <R> the answer itself
     */
    public interface Contrast<R> {

        /** Returns this less the other; empty where there is nothing to compare. */
        Optional<Difference> minus(R other);
    }

    /**
     * Returns the metric of the change of an answer from one period to another, such as {@code Difference.metric(Nps.metric(Reply::score),
     * q1, q2, Reply::at)}: what was observed after less what was observed before, of two independent groups. Empty where a period has no
     * data. What lies in neither period does not count; what lies in both counts in both.
     *
     * @param metric the question
     * @param at when an observation was, never null
     */
    public static <T, R extends Contrast<? super R>> Metric<T, Optional<Difference>> metric(
            Metric<T, R> metric, TimeRange before, TimeRange after, Fn<? super T, Instant> at) {
        requireNonNull(at, "at");
        return Metric.<T, R, R, Optional<Difference>>both(
                        metric.where(each -> before.contains(at.apply(each))),
                        metric.where(each -> after.contains(at.apply(each))),
                        (first, second) -> second.minus(first))
                .named(Definition.of("change", metric, before.from(), before.to(), after.from(), after.to()));
    }

    private static double below(Estimate share) {
        return share.interval().map(interval -> share.value() - interval.low()).orElse(0.0);
    }

    private static double above(Estimate share) {
        return share.interval().map(interval -> interval.high() - share.value()).orElse(0.0);
    }

    private static double pooledPValue(Estimate first, Estimate second) {
        double n = first.n() + second.n();
        double pooled = (first.value() * first.n() + second.value() * second.n()) / n;
        double variance = pooled * (1 - pooled) * (1 / first.n() + 1 / second.n());
        double value = first.value() - second.value();
        return variance > 0 ? Normal.twoSidedPValue(value / Math.sqrt(variance)) : 1;
    }
}
